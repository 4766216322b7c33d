/**
 * What every registry and every adapter promises, as tests that its author runs. Start at {@link
 * org.drystone.registry.testkit.contract.RegistryContract}.
 */
@NullMarked
package org.drystone.registry.testkit.contract;

import org.jspecify.annotations.NullMarked;
