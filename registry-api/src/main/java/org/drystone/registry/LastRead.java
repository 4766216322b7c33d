package org.drystone.registry;

import java.time.Instant;

/**
 * That somebody read a version.
 *
 * @param user who
 * @param time when last, to a few seconds
 */
public record LastRead(Principal user, Instant time) {}
