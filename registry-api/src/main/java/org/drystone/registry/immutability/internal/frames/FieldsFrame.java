package org.drystone.registry.immutability.internal.frames;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.jspecify.annotations.Nullable;

/** Walks the fields of an object. */
public final class FieldsFrame extends Frame {

  private final ClassJudgement judgement;
  private int next;

  public FieldsFrame(Object object, ClassJudgement judgement) {
    super(object);
    this.judgement = judgement;
  }

  @Override
  public @Nullable Object next(Sieve sieve) throws IllegalAccessException, LimitReachedException {
    AccessibleObject[] fields = judgement.members();
    while (next < fields.length) {
      Object part = ((Field) fields[next++]).get(object());
      if (!sieve.passes(part)) {
        return part;
      }
    }
    return null;
  }

  @Override
  public Custody custody() {
    return judgement.custody(next - 1);
  }

  @Override
  public void appendStep(StringBuilder path) {
    path.append('.').append(((Field) judgement.members()[next - 1]).getName());
  }
}
