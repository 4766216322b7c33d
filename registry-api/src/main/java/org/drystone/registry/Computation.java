package org.drystone.registry;

/**
 * Computes a value that is to be shared. Runs on the thread of the caller, under no lock.
 *
 * @param <T> the type of the value
 * @param <E> the checked exception that it may throw; {@link RuntimeException} for none
 */
@FunctionalInterface
public interface Computation<T, E extends Exception> {

  /** The value, not null. */
  T compute() throws E;
}
