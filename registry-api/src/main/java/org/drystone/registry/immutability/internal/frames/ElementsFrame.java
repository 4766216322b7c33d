package org.drystone.registry.immutability.internal.frames;

import java.util.Iterator;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.jspecify.annotations.Nullable;

/** Walks the elements of an iterable. */
final class ElementsFrame extends Frame {

  private final Custody custody;
  private final Iterator<?> elements;
  private long index = -1;

  ElementsFrame(Iterable<?> iterable) {
    this(iterable, Custody.SHARED);
  }

  ElementsFrame(Iterable<?> iterable, Custody custody) {
    super(iterable);
    this.custody = custody;
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
  public Custody custody() {
    return custody;
  }

  @Override
  public void appendStep(StringBuilder path) {
    path.append('[').append(index).append(']');
  }
}
