package org.drystone.registry.immutability;

import org.jspecify.annotations.Nullable;

/** Walks the parts that one frame shows, then those that another shows, of the same object. */
final class FrameSequence extends Frame {

  private Frame current;
  private final Frame last;

  FrameSequence(Frame first, Frame last) {
    this.current = first;
    this.last = last;
  }

  @Override
  boolean advance() throws ReflectiveOperationException {
    if (current.advance()) {
      return true;
    }
    if (current == last) {
      return false;
    }
    current = last;
    return current.advance();
  }

  @Override
  @Nullable Object part() {
    return current.part();
  }

  @Override
  void appendStep(StringBuilder path) {
    current.appendStep(path);
  }
}
