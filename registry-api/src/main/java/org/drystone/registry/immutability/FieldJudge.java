package org.drystone.registry.immutability;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.Optional;

/** Judges one instance field. */
final class FieldJudge {

  private FieldJudge() {}

  static FieldFinding judge(Field field) {
    if (!Modifier.isFinal(field.getModifiers())) {
      return new FieldFinding.Refused(
          Finding.MUTABLE,
          "has the field " + nameOf(field) + ", which is not final",
          "Make the field final, or use another type");
    }
    Optional<Evidence> promise = DeclaredType.promise(field.getType());
    return promise.isPresent()
        ? new FieldFinding.Harmless(promise.get())
        : decisive(new Slot(field, Custody.SHARED));
  }

  private static FieldFinding decisive(Slot slot) {
    try {
      slot.field().setAccessible(true);
      return new FieldFinding.Decisive(slot, Evidence.PROVEN);
    } catch (InaccessibleObjectException | SecurityException e) {
      return unreadable(slot.field());
    }
  }

  private static FieldFinding unreadable(Field field) {
    Class<?> owner = field.getDeclaringClass();
    return new FieldFinding.Refused(
        Finding.UNKNOWN,
        "has the field " + nameOf(field) + ", which cannot be read",
        "Use a type that is known to be immutable, or start Java with --add-opens "
            + owner.getModule().getName()
            + "/"
            + owner.getPackageName()
            + "=ALL-UNNAMED");
  }

  private static String nameOf(Field field) {
    return ShortName.of(field.getDeclaringClass()) + "." + field.getName();
  }
}
