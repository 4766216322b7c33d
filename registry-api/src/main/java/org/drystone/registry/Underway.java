package org.drystone.registry;

import java.time.Instant;

/**
 * A publication that is being frozen now.
 *
 * @param name what will be published
 * @param publisher by whom
 * @param since when it was reserved
 * @param progress what the adapter last told of it, for people
 */
public record Underway(Name name, Principal publisher, Instant since, String progress) {}
