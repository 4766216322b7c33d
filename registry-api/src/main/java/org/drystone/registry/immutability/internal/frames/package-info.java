/** Opens objects and shows what is in them, part by part. Starts at {@link Frames}. */
@NullMarked
package org.drystone.registry.immutability.internal.frames;

import org.jspecify.annotations.NullMarked;
