/**
 * Two threads meet, a great many times: which of all outcomes were seen, and is a forbidden one
 * among them? jcstress runs these, not JUnit; each class lists what is allowed.
 */
@NullMarked
package org.drystone.proofs.races;

import org.jspecify.annotations.NullMarked;
