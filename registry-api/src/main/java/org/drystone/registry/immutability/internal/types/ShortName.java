package org.drystone.registry.immutability.internal.types;

import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Names classes for people. */
public final class ShortName {

  private static final List<Class<?>> FACES =
      List.of(Map.class, Map.Entry.class, List.class, Set.class, Collection.class);

  /** The compiler's number before the name of a class that is declared in a method. */
  private static final Pattern LOCAL = Pattern.compile("\\$\\d+(?=\\p{L})");

  private ShortName() {}

  /** Without the package, as a path begins: {@code Report}, {@code List}, {@code Report lambda}. */
  public static String of(Class<?> type) {
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
  public static String ofRoot(Class<?> type) {
    if (Jdk.defines(type) && !Modifier.isPublic(type.getModifiers())) {
      for (Class<?> face : FACES) {
        if (face.isAssignableFrom(type)) {
          return face.getSimpleName();
        }
      }
    }
    return of(type);
  }

  /** With the package, as sentences begin: {@code com.acme.Report}, {@code int[]}. */
  public static String withPackage(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    String name = of(type);
    return element.isPrimitive() || element.getPackageName().isEmpty()
        ? name
        : element.getPackageName() + "." + name;
  }

  private static String withoutPackage(String name) {
    String bare = name.substring(name.lastIndexOf('.') + 1);
    return bare.startsWith("$") ? bare : LOCAL.matcher(bare).replaceAll(".").replace('$', '.');
  }

  /** What Java calls such a type: {@code record}, {@code abstract class}. */
  public static String kindOf(Class<?> type) {
    if (type.isInterface()) {
      return "interface";
    }
    if (type.isRecord()) {
      return "record";
    }
    if (type.isEnum()) {
      return "enum";
    }
    return Modifier.isAbstract(type.getModifiers()) ? "abstract class" : "class";
  }

  /** The name with "a" or "an" before it. */
  public static String withArticle(String name) {
    boolean vowel = "aeiouAEIOU".indexOf(name.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + name;
  }
}
