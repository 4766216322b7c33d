package org.drystone.examples.embedded;

/**
 * One flight that was flown.
 *
 * @param carrier who flew
 * @param delay how late it came, in minutes; negative if early
 */
public record Flight(String carrier, int delay) {}
