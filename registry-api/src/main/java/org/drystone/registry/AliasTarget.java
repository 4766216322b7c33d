package org.drystone.registry;

import java.time.Instant;

/**
 * Where an alias points.
 *
 * @param alias the alias
 * @param version the version that it points to
 * @param author who set it there
 * @param since when
 */
public record AliasTarget(Alias alias, VersionId version, Principal author, Instant since) {}
