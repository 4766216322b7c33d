package org.drystone.registry;

import java.time.Instant;

/**
 * That somebody read a version.
 *
 * @param user who
 * @param time when last, to the minute: the read, or another one up to a minute before
 */
public record LastRead(Principal user, Instant time) {}
