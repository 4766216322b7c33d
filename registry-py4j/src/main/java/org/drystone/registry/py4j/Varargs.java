package org.drystone.registry.py4j;

import java.lang.reflect.Array;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import py4j.Py4JException;
import py4j.reflection.MethodInvoker;
import py4j.reflection.ReflectionEngine;
import py4j.reflection.ReflectionUtil;
import py4j.reflection.TypeConverter;

/**
 * Packs arguments for Java methods with a variable number of them, which Py4J does not do: only
 * where no method takes the arguments as they are.
 */
final class Varargs {

  private static final int DOES_NOT_FIT = -1;

  private Varargs() {}

  static List<Object> forCall(
      ReflectionEngine engine, Object target, String method, List<Object> arguments) {
    return fitting(
        arguments,
        parameters -> engine.getMethod(target, method, parameters),
        () -> named(target.getClass(), method).filter(found -> !isStatic(found)));
  }

  static List<Object> forStatic(
      ReflectionEngine engine, String className, String method, List<Object> arguments) {
    return fitting(
        arguments,
        parameters -> engine.getMethod(className, method, parameters),
        () -> named(classOf(className), method).filter(Varargs::isStatic));
  }

  static List<Object> forConstructor(
      ReflectionEngine engine, String className, List<Object> arguments) {
    return fitting(
        arguments,
        parameters -> engine.getConstructor(className, parameters),
        () -> Arrays.stream(classOf(className).getConstructors()));
  }

  /** The arguments for this method or constructor, the last ones packed, if they fit so. */
  static Optional<Packed> pack(Executable executable, List<Object> arguments) {
    int fixed = executable.getParameterCount() - 1;
    if (!executable.isVarArgs() || arguments.size() < fixed) {
      return Optional.empty();
    }
    Class<?>[] types = new Class<?>[arguments.size()];
    Class<?>[] parameters = executable.getParameterTypes();
    Class<?> element = parameters[fixed].getComponentType();
    for (int i = 0; i < types.length; i++) {
      types[i] = i < fixed ? parameters[i] : element;
    }
    List<TypeConverter> converters = new ArrayList<>();
    int cost = MethodInvoker.buildConverters(converters, types, classes(arguments));
    if (cost == DOES_NOT_FIT) {
      return Optional.empty();
    }
    Object rest = Array.newInstance(element, arguments.size() - fixed);
    for (int i = fixed; i < types.length; i++) {
      Array.set(rest, i - fixed, converters.get(i).convert(arguments.get(i)));
    }
    List<Object> packed = new ArrayList<>(arguments.subList(0, fixed));
    packed.add(rest);
    return Optional.of(new Packed(packed, cost));
  }

  /** The classes of the arguments, with null for null, as Py4J's invokers want them. */
  static Class<?>[] classes(List<Object> arguments) {
    return arguments.stream()
        .map(argument -> argument == null ? null : argument.getClass())
        .toArray(Class<?>[]::new);
  }

  /**
   * Arguments with the last ones packed.
   *
   * @param cost how far the arguments are from the parameters, by Py4J's measure
   */
  record Packed(List<Object> arguments, int cost) {}

  private static List<Object> fitting(
      List<Object> arguments, Consumer<Object[]> lookup, Candidates candidates) {
    try {
      lookup.accept(arguments.toArray());
      return arguments;
    } catch (Py4JException e) {
      // Where nothing fits packed either, the lookup fails again, in Py4J's own words.
      return candidates
          .get()
          .flatMap(candidate -> pack(candidate, arguments).stream())
          .min(Comparator.comparingInt(Packed::cost))
          .map(Packed::arguments)
          .orElse(arguments);
    }
  }

  private interface Candidates {
    Stream<? extends Executable> get();
  }

  private static Stream<Method> named(Class<?> type, String name) {
    return Arrays.stream(type.getMethods()).filter(method -> method.getName().equals(name));
  }

  private static boolean isStatic(Method method) {
    return Modifier.isStatic(method.getModifiers());
  }

  private static Class<?> classOf(String className) {
    try {
      return ReflectionUtil.classForName(className);
    } catch (ClassNotFoundException e) {
      throw new Py4JException("There is no class " + className, e);
    }
  }
}
