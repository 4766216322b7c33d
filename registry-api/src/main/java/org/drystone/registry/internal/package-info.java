/**
 * The registry behind the public faces; nothing here, or below, is for users.
 *
 * <p>A reader starts at {@link RegistryView}, whose verbs lead to all the rest. The packages stand
 * on each other without circles, the lowest first:
 *
 * <ul>
 *   <li>{@code time}, {@code revisions}, {@code data}, {@code sessions}: what the rest is made of
 *   <li>{@code entries}, {@code rights}, {@code log}, {@code underway}: the state of a registry
 *   <li>{@code core}: holds that state, and commits
 *   <li>{@code reading}, {@code watching}, {@code access}, {@code aliases}, {@code publishing},
 *       {@code claims}, {@code removal}: what one caller can do
 *   <li>this package: the faces of a hub, made of these
 * </ul>
 */
@NullMarked
package org.drystone.registry.internal;

import org.jspecify.annotations.NullMarked;
