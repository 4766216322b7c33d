/**
 * Assertions for the tests of those who use the registry, in the style of AssertJ. Start at {@link
 * org.drystone.registry.testkit.ImmutabilityAssertions}.
 */
@NullMarked
package org.drystone.registry.testkit;

import org.jspecify.annotations.NullMarked;
