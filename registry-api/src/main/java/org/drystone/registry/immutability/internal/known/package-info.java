/**
 * The types that are known rather than proven, from the lists that lie here as resources and by
 * asking the JDK. Starts at {@link KnownTypes}.
 */
@NullMarked
package org.drystone.registry.immutability.internal.known;

import org.jspecify.annotations.NullMarked;
