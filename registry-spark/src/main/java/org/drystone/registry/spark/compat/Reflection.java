package org.drystone.registry.spark.compat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Predicate;

/** Finds members whose descriptors differ between Spark versions, and calls them. */
final class Reflection {

  private Reflection() {}

  /** The one public method of that name that fits. */
  static Method method(Class<?> owner, String name, Predicate<Method> fits) {
    return Arrays.stream(owner.getMethods())
        .filter(method -> method.getName().equals(name) && fits.test(method))
        .findFirst()
        .orElseThrow(() -> unsupported(owner.getName() + "." + name));
  }

  /** The public constructor with that many parameters. */
  @SuppressWarnings("unchecked") // getConstructors() of a Class<T> gives constructors of T
  static <T> Constructor<T> constructor(Class<T> owner, int parameters) {
    return (Constructor<T>)
        Arrays.stream(owner.getConstructors())
            .filter(constructor -> constructor.getParameterCount() == parameters)
            .findFirst()
            .orElseThrow(() -> unsupported("new " + owner.getName()));
  }

  /** Calls a public method without parameters. */
  static Object call(Object target, String name) {
    return invoke(
        method(target.getClass(), name, method -> method.getParameterCount() == 0), target);
  }

  static Object invoke(Method method, Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw rethrown(e);
    } catch (IllegalAccessException e) {
      throw unsupported(method.toString());
    }
  }

  static <T> T create(Constructor<T> constructor, Object... arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw rethrown(e);
    } catch (InstantiationException | IllegalAccessException e) {
      throw unsupported(constructor.toString());
    }
  }

  /** The singleton of a Scala object. */
  static Object module(Class<?> module) {
    try {
      return module.getField("MODULE$").get(null);
    } catch (ReflectiveOperationException e) {
      throw unsupported(module.getName());
    }
  }

  /** Replaces the value of a private field of the object's own class. */
  static void set(Object target, String name, Object value) {
    try {
      Field field = target.getClass().getDeclaredField(name);
      field.setAccessible(true);
      field.set(target, value);
    } catch (ReflectiveOperationException e) {
      throw unsupported(target.getClass().getName() + "." + name);
    }
  }

  private static RuntimeException rethrown(InvocationTargetException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(e.getCause());
  }

  private static IllegalStateException unsupported(String member) {
    return new IllegalStateException("This version of Spark has no usable " + member);
  }
}
