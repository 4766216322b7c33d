/** The registry behind the public faces; nothing here is for users. */
@NullMarked
package org.drystone.registry.internal;

import org.jspecify.annotations.NullMarked;
