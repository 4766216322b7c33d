package org.drystone.registry.immutability;

/**
 * Sums up what an object holds, with everything reachable from it, at one moment. Two fingerprints
 * of one object that are not equal show that it was changed in between; equal ones make that very
 * unlikely. Means nothing in another JVM. Takes no part of the object along.
 *
 * @param hash the sum; of use for comparison only
 */
public record Fingerprint(long hash) {}
