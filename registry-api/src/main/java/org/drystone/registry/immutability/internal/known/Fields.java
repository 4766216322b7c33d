package org.drystone.registry.immutability.internal.known;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds fields of known types, where Java was started with them open. */
final class Fields {

  private Fields() {}

  /** A field that a class of that name, of which the type is a part, declares; empty if closed. */
  static Optional<Field> open(Class<?> type, String declaring, String field) {
    return Stream.<Class<?>>iterate(type, part -> part != null, Class::getSuperclass)
        .filter(part -> part.getName().equals(declaring))
        .findFirst()
        .flatMap(part -> open(part, field));
  }

  private static Optional<Field> open(Class<?> declaring, String name) {
    try {
      Field field = declaring.getDeclaredField(name);
      field.setAccessible(true);
      return Optional.of(field);
    } catch (NoSuchFieldException | InaccessibleObjectException | SecurityException e) {
      return Optional.empty();
    }
  }
}
