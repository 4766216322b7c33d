/** Who may do what, and who asks for it. Starts at {@link Rights}. */
@NullMarked
package org.drystone.registry.internal.rights;

import org.jspecify.annotations.NullMarked;
