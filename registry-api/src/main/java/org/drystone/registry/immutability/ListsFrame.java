package org.drystone.registry.immutability;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Walks the elements of what the methods of an object of a known type answer. */
final class ListsFrame extends Frame {

  private final AnswersFrame answers;
  private ElementsFrame elements = new ElementsFrame(Collections.emptyList());

  ListsFrame(Object object, ClassJudgement judgement) {
    this.answers = new AnswersFrame(object, judgement);
  }

  @Override
  boolean advance() throws ReflectiveOperationException {
    while (!elements.advance()) {
      if (!answers.advance()) {
        return false;
      }
      elements =
          new ElementsFrame(
              answers.part() instanceof Iterable<?> list ? list : Collections.emptyList());
    }
    return true;
  }

  @Override
  @Nullable Object part() {
    return elements.part();
  }

  @Override
  void appendStep(StringBuilder path) {
    answers.appendStep(path);
    elements.appendStep(path);
  }
}
