package org.drystone.registry.immutability.internal.frames;

import org.drystone.registry.immutability.internal.findings.Custody;
import org.jspecify.annotations.Nullable;

/** Walks the parts that one frame shows, then those that another shows, of the same object. */
final class FrameSequence extends Frame {

  private Frame current;
  private final Frame last;

  FrameSequence(Frame first, Frame last) {
    super(first.object());
    this.current = first;
    this.last = last;
  }

  @Override
  public @Nullable Object next(Sieve sieve)
      throws ReflectiveOperationException, LimitReachedException {
    Object part = current.next(sieve);
    if (part == null && current != last) {
      current = last;
      part = current.next(sieve);
    }
    return part;
  }

  @Override
  public Custody custody() {
    return current.custody();
  }

  @Override
  public void appendStep(StringBuilder path) {
    current.appendStep(path);
  }
}
