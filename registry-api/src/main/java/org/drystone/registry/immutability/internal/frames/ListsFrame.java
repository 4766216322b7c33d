package org.drystone.registry.immutability.internal.frames;

import java.util.Collections;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.jspecify.annotations.Nullable;

/** Walks the elements of what the methods of an object of a known type answer. */
final class ListsFrame extends Frame {

  private final AnswersFrame answers;
  private ElementsFrame elements = new ElementsFrame(Collections.emptyList());

  ListsFrame(Object object, ClassJudgement judgement) {
    super(object);
    this.answers = new AnswersFrame(object, judgement);
  }

  @Override
  public @Nullable Object next(Sieve sieve)
      throws ReflectiveOperationException, LimitReachedException {
    Object part = elements.next(sieve);
    while (part == null && answers.hasNext()) {
      elements =
          new ElementsFrame(
              answers.answer() instanceof Iterable<?> list ? list : Collections.emptyList());
      part = elements.next(sieve);
    }
    return part;
  }

  @Override
  public void appendStep(StringBuilder path) {
    answers.appendStep(path);
    elements.appendStep(path);
  }
}
