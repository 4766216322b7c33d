/**
 * What is found of classes and of their fields; holds no rule for it. Starts at {@link
 * ClassJudgement}.
 */
@NullMarked
package org.drystone.registry.immutability.internal.findings;

import org.jspecify.annotations.NullMarked;
