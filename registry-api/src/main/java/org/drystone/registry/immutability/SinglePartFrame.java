package org.drystone.registry.immutability;

import org.jspecify.annotations.Nullable;

/** Walks the only part of an object. */
final class SinglePartFrame extends Frame {

  private final String step;
  private final @Nullable Object part;
  private boolean visited;

  SinglePartFrame(String step, @Nullable Object part) {
    this.step = step;
    this.part = part;
  }

  @Override
  boolean advance() {
    boolean first = !visited;
    visited = true;
    return first;
  }

  @Override
  @Nullable Object part() {
    return part;
  }

  @Override
  void appendStep(StringBuilder path) {
    path.append(step);
  }
}
