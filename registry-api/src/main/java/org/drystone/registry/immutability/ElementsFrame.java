package org.drystone.registry.immutability;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Walks the elements of an iterable. */
final class ElementsFrame extends Frame {

  private final Iterator<?> elements;
  private long index = -1;
  private @Nullable Object part;

  ElementsFrame(Iterable<?> iterable) {
    this.elements = iterable.iterator();
  }

  @Override
  boolean advance() {
    if (!elements.hasNext()) {
      return false;
    }
    part = elements.next();
    index++;
    return true;
  }

  @Override
  @Nullable Object part() {
    return part;
  }

  @Override
  void appendStep(StringBuilder path) {
    path.append('[').append(index).append(']');
  }
}
