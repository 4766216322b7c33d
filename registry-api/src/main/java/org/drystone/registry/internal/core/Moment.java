package org.drystone.registry.internal.core;

import java.time.Instant;

/**
 * When a commit is planned.
 *
 * @param before the revision that it builds on
 * @param revision the revision that it will be
 * @param time its time
 */
public record Moment(long before, long revision, Instant time) {}
