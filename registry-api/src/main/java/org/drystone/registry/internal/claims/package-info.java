/** Computing what is not there, once. Starts at {@link ClaimsView}. */
@NullMarked
package org.drystone.registry.internal.claims;

import org.jspecify.annotations.NullMarked;
