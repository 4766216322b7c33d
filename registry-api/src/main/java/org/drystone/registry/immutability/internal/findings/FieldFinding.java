package org.drystone.registry.immutability.internal.findings;

import java.lang.reflect.Field;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.types.ShortName;

/** What is found of one field of a class. */
public sealed interface FieldFinding {

  /** The evidence that the finding rests on. */
  Evidence evidence();

  /** Nothing that it can ever hold can change. */
  record Harmless(Constancy constancy, Evidence evidence) implements FieldFinding {}

  /** The object in it decides. */
  record Decisive(Slot slot, Constancy constancy, Evidence evidence) implements FieldFinding {}

  /**
   * It makes its objects changeable, or may.
   *
   * @param because what is wrong with the field, as a clause about it: {@code is not final}
   */
  record Refused(Field field, Finding finding, String because, String fix) implements FieldFinding {

    @Override
    public Evidence evidence() {
      return Evidence.PROVEN;
    }

    /** The same as a clause about the object. */
    public String reason() {
      return "has the field "
          + ShortName.of(field.getDeclaringClass())
          + "."
          + field.getName()
          + ", which "
          + because;
    }
  }
}
