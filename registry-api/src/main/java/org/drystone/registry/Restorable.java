package org.drystone.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * A removed version that can still be restored.
 *
 * @param label the version
 * @param removedBy who removed it
 * @param removedAt when
 * @param reason what was said about it
 * @param until when its data is freed
 */
public record Restorable(
    Label label, Principal removedBy, Instant removedAt, Optional<String> reason, Instant until) {}
