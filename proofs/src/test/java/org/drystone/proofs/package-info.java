/**
 * Looks for counterexamples to the promises of the registry's core; start at {@link
 * org.drystone.proofs.LinearizabilityTest}.
 */
@NullMarked
package org.drystone.proofs;

import org.jspecify.annotations.NullMarked;
