package org.drystone.registry.immutability.internal.frames;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Walks the elements of an iterable. */
final class ElementsFrame extends Frame {

  private final Iterator<?> elements;
  private long index = -1;

  ElementsFrame(Iterable<?> iterable) {
    super(iterable);
    this.elements = iterable.iterator();
  }

  @Override
  public @Nullable Object next(Sieve sieve) throws LimitReachedException {
    while (elements.hasNext()) {
      Object part = elements.next();
      index++;
      if (!sieve.passes(part)) {
        return part;
      }
    }
    return null;
  }

  @Override
  public void appendStep(StringBuilder path) {
    path.append('[').append(index).append(']');
  }
}
