package org.drystone.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * One step in the history of an alias.
 *
 * @param position where it stands in the history of the registry
 * @param author who made it
 * @param time when
 * @param from where the alias pointed before; empty if it was not there
 * @param to where it pointed from then on; empty if it was removed
 */
public record AliasMove(
    Position position,
    Principal author,
    Instant time,
    Optional<VersionId> from,
    Optional<VersionId> to) {}
