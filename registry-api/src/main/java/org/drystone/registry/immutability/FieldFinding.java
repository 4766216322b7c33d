package org.drystone.registry.immutability;

/** What is found of one field of a class. */
sealed interface FieldFinding {

  /** The evidence that the finding rests on. */
  Evidence evidence();

  /** Nothing that it can ever hold can change. */
  record Harmless(Evidence evidence) implements FieldFinding {}

  /** The object in it decides. */
  record Decisive(Slot slot, Evidence evidence) implements FieldFinding {}

  /** It makes its objects changeable, or may. */
  record Refused(Finding finding, String reason, String fix) implements FieldFinding {

    @Override
    public Evidence evidence() {
      return Evidence.PROVEN;
    }
  }
}
