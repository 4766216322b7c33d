package org.drystone.registry;

/**
 * A value with the label of its version, read at one revision.
 *
 * @param <T> the type of the value
 */
public record Versioned<T>(T value, Label label) {}
