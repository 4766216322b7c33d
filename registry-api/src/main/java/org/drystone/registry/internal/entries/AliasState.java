package org.drystone.registry.internal.entries;

import java.time.Instant;
import org.drystone.registry.Principal;

/**
 * Where an alias points.
 *
 * @param version the number of the version, of the same name
 * @param author who set it there
 * @param since when
 * @param revision the revision that set it
 */
public record AliasState(long version, Principal author, Instant since, long revision) {}
