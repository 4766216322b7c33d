/**
 * What Java itself tells of classes: what they are called, who defines them. Starts at {@link Jdk}
 * and {@link ShortName}; {@link Types} is what proofs may ask of other classes.
 */
@NullMarked
package org.drystone.registry.immutability.internal.types;

import org.jspecify.annotations.NullMarked;
