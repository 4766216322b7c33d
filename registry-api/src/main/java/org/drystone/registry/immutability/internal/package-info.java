/**
 * The immutability checker behind its public faces; nothing here, or below, is for users.
 *
 * <p>A reader starts at {@code judging}, or at {@code proofs} for what is proven from bytecode. The
 * packages stand on each other without circles, the lowest first:
 *
 * <ul>
 *   <li>{@code types}, {@code findings}, {@code known}: classes, what is found of them, and what is
 *       known without a proof
 *   <li>{@code classfiles}, {@code flow}, {@code reach}: the code, and who can get at a field
 *   <li>{@code ownership}, {@code determinism}, {@code replay}, {@code caches}: one kind of proof
 *       each
 *   <li>{@code proofs}, {@code judging}: what they come to, for a field and for a class
 *   <li>{@code frames}, {@code walk}, {@code fingerprints}, {@code explain}: objects, and what is
 *       said of them
 * </ul>
 */
@NullMarked
package org.drystone.registry.immutability.internal;

import org.jspecify.annotations.NullMarked;
