package org.drystone.registry.immutability;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names classes for people. */
final class ShortName {

  private static final List<Class<?>> FACES =
      List.of(Map.class, Map.Entry.class, List.class, Set.class, Collection.class);

  private ShortName() {}

  /** Without the package, as a path begins: {@code Report}, {@code List}, {@code Report lambda}. */
  static String of(Class<?> type) {
    if (type.isArray()) {
      return of(type.getComponentType()) + "[]";
    }
    String name = type.getName();
    if (type.isHidden()) {
      String host = name.substring(0, name.indexOf('/'));
      int suffix = host.indexOf("$$");
      return withoutPackage(suffix < 0 ? host : host.substring(0, suffix)) + " lambda";
    }
    return withoutPackage(name);
  }

  /** As a path begins: what the JDK keeps private is called by what it is. */
  static String ofRoot(Object root) {
    Class<?> type = root.getClass();
    if (Jdk.defines(type) && !Modifier.isPublic(type.getModifiers())) {
      for (Class<?> face : FACES) {
        if (face.isInstance(root)) {
          return face.getSimpleName();
        }
      }
    }
    return of(type);
  }

  private static String withoutPackage(String name) {
    String bare = name.substring(name.lastIndexOf('.') + 1);
    return bare.startsWith("$") ? bare : bare.replace('$', '.');
  }

  /** The name with "a" or "an" before it. */
  static String withArticle(String name) {
    boolean vowel = "aeiouAEIOU".indexOf(name.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + name;
  }
}
