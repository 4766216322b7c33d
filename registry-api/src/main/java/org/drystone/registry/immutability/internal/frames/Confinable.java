package org.drystone.registry.immutability.internal.frames;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.drystone.registry.immutability.internal.types.Ownable;

/** Fields that may hold an object of a class that can change, and are worth a proof. */
final class Confinable {

  private Confinable() {}

  /** Whether only the class itself reaches the field, and what is in it can change by its type. */
  static boolean fits(Field field) {
    Class<?> type = field.getType();
    return Modifier.isPrivate(field.getModifiers())
        && !field.getDeclaringClass().isHidden()
        && !(Ownable.fits(type) && Jdk.defines(type) && type != Object.class)
        && (type.isArray()
            || type == Object.class
            || Modifier.isAbstract(type.getModifiers())
            || mayChange(type));
  }

  private static boolean mayChange(Class<?> type) {
    return Stream.<Class<?>>iterate(type, part -> part != null, Class::getSuperclass)
        .flatMap(part -> Arrays.stream(part.getDeclaredFields()))
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .anyMatch(
            field -> !Modifier.isFinal(field.getModifiers()) || Ownable.fits(field.getType()));
  }
}
