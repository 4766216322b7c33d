package org.drystone.registry.immutability.internal.types;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds methods that may be called from anywhere. */
public final class PublicMethods {

  private PublicMethods() {}

  /** The method without parameters as declared by a public type; empty if there is none. */
  public static Optional<Method> find(Class<?> type, String method) {
    return Supertypes.of(type).stream()
        .filter(part -> Modifier.isPublic(part.getModifiers()))
        .filter(part -> part.getModule().isExported(part.getPackageName()))
        .flatMap(part -> declared(part, method))
        .findFirst();
  }

  private static Stream<Method> declared(Class<?> type, String method) {
    try {
      return Stream.of(type.getMethod(method));
    } catch (NoSuchMethodException e) {
      return Stream.empty();
    }
  }
}
