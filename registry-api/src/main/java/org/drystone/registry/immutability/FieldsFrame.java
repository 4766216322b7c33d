package org.drystone.registry.immutability;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Walks the fields of an object. */
final class FieldsFrame extends Frame {

  private final Object object;
  private final ClassJudgement judgement;
  private int next;
  private @Nullable Object part;

  FieldsFrame(Object object, ClassJudgement judgement) {
    this.object = object;
    this.judgement = judgement;
  }

  @Override
  boolean advance() throws IllegalAccessException {
    if (next == judgement.members().length) {
      return false;
    }
    part = ((Field) judgement.members()[next++]).get(object);
    return true;
  }

  @Override
  @Nullable Object part() {
    return part;
  }

  @Override
  Custody custody() {
    return judgement.custody(next - 1);
  }

  @Override
  void appendStep(StringBuilder path) {
    path.append('.').append(((Field) judgement.members()[next - 1]).getName());
  }
}
