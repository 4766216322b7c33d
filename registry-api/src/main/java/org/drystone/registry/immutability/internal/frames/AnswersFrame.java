package org.drystone.registry.immutability.internal.frames;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.jspecify.annotations.Nullable;

/** Walks what the methods of an object of a known type answer. */
final class AnswersFrame extends Frame {

  private final AccessibleObject[] methods;
  private int next;

  AnswersFrame(Object object, ClassJudgement judgement) {
    super(object);
    this.methods = judgement.members();
  }

  @Override
  public @Nullable Object next(Sieve sieve)
      throws ReflectiveOperationException, LimitReachedException {
    while (hasNext()) {
      Object part = answer();
      if (!sieve.passes(part)) {
        return part;
      }
    }
    return null;
  }

  boolean hasNext() {
    return next < methods.length;
  }

  @Nullable Object answer() throws ReflectiveOperationException {
    return ((Method) methods[next++]).invoke(object());
  }

  @Override
  public void appendStep(StringBuilder path) {
    path.append('.').append(((Method) methods[next - 1]).getName()).append("()");
  }
}
