/** A hub's figures for Micrometer; start at {@link org.drystone.registry.micrometer.HubMetrics}. */
@NullMarked
package org.drystone.registry.micrometer;

import org.jspecify.annotations.NullMarked;
