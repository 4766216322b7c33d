package org.drystone.registry.immutability.internal.frames;

import org.drystone.registry.immutability.internal.findings.Custody;
import org.jspecify.annotations.Nullable;

/** Walks the elements of an array that only its owner holds. */
final class ArrayFrame extends Frame {

  private final Custody elements;
  private final Object[] array;
  private int next;

  /** Walks what the array holds, which is another object where it holds primitives. */
  ArrayFrame(Object owned, Object[] array, Custody elements) {
    super(owned);
    this.elements = elements;
    this.array = array;
  }

  @Override
  public @Nullable Object next(Sieve sieve) throws LimitReachedException {
    while (next < array.length) {
      Object part = array[next++];
      if (!sieve.passes(part)) {
        return part;
      }
    }
    return null;
  }

  @Override
  public Custody custody() {
    return elements;
  }

  @Override
  public void appendStep(StringBuilder path) {
    path.append('[').append(next - 1).append(']');
  }
}
