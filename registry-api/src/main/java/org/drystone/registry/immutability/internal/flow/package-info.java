/** The flow of values and of control through one method. Starts at {@link MethodFlow}. */
@NullMarked
package org.drystone.registry.immutability.internal.flow;

import org.jspecify.annotations.NullMarked;
