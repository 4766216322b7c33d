package org.drystone.registry;

import java.time.Instant;

/**
 * What will be there soon: a name that is being computed, or a publication that is being frozen.
 *
 * @param name what will be published
 * @param publisher by whom
 * @param since when it was claimed or reserved
 * @param progress what was last told of it, for people
 */
public record Underway(Name name, Principal publisher, Instant since, String progress) {}
