package org.drystone.registry.py4j;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a sealed user may call: the public methods of a few objects, and of the types that the host
 * allows. What every object has (its class, its monitor) is not among them.
 *
 * @param allowed types whose methods may be called on any object of them
 * @param open objects whose public methods may all be called
 */
record SealedSurface(Set<Class<?>> allowed, List<Object> open) {

  private static final Set<String> HARMLESS = Set.of("toString", "hashCode", "equals");

  SealedSurface {
    allowed = Set.copyOf(allowed);
    open = List.copyOf(open);
  }

  /** The methods of that name that may be called on that object. */
  List<Method> methods(Object target, String name) {
    return types(target)
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> method.getName().equals(name))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getDeclaringClass() != Object.class || HARMLESS.contains(name))
        .toList();
  }

  private Stream<? extends Class<?>> types(Object target) {
    Stream<Class<?>> allowedTypes = allowed.stream().filter(type -> type.isInstance(target));
    return open.stream().anyMatch(object -> object == target)
        ? Stream.concat(Stream.of(target.getClass()), allowedTypes)
        : allowedTypes;
  }
}
