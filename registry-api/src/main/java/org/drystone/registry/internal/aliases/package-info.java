/** Moving aliases, alone or with a publication. Starts at {@link AliasesView}. */
@NullMarked
package org.drystone.registry.internal.aliases;

import org.jspecify.annotations.NullMarked;
