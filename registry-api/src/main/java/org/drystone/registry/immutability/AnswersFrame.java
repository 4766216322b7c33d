package org.drystone.registry.immutability;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Walks what the methods of an object of a known type answer. */
final class AnswersFrame extends Frame {

  private final Object object;
  private final AccessibleObject[] methods;
  private int next;
  private @Nullable Object part;

  AnswersFrame(Object object, ClassJudgement judgement) {
    this.object = object;
    this.methods = judgement.members();
  }

  @Override
  boolean advance() throws ReflectiveOperationException {
    if (next == methods.length) {
      return false;
    }
    part = ((Method) methods[next++]).invoke(object);
    return true;
  }

  @Override
  @Nullable Object part() {
    return part;
  }

  @Override
  void appendStep(StringBuilder path) {
    path.append('.').append(((Method) methods[next - 1]).getName()).append("()");
  }
}
