package org.drystone.registry.py4j;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import py4j.reflection.MethodInvoker;
import py4j.reflection.ReflectionEngine;

/**
 * A method with arguments that fit it.
 *
 * @param cost how far the arguments are from the parameters, by Py4J's measure
 */
record Invocation(MethodInvoker invoker, List<Object> arguments, int cost) {

  /** The closest of these methods; packed arguments only where no method takes them as they are. */
  static Optional<Invocation> best(List<Method> methods, List<Object> arguments) {
    return closest(methods, method -> plain(method, arguments))
        .or(() -> closest(methods, method -> packed(method, arguments)));
  }

  /** Calls the method; Py4J's own mark stands for nothing returned. */
  @Nullable Object on(Object target) {
    Object result = invoker.invoke(target, arguments.toArray());
    return invoker.isVoid() ? ReflectionEngine.RETURN_VOID : result;
  }

  private static Optional<Invocation> closest(
      List<Method> methods, Function<Method, Optional<Invocation>> fit) {
    return methods.stream()
        .flatMap(method -> fit.apply(method).stream())
        .min(Comparator.comparingInt(Invocation::cost));
  }

  private static Optional<Invocation> plain(Method method, List<Object> arguments) {
    if (method.getParameterCount() != arguments.size()) {
      return Optional.empty();
    }
    MethodInvoker invoker = MethodInvoker.buildInvoker(method, Varargs.classes(arguments));
    return Optional.of(new Invocation(invoker, arguments, invoker.getCost()))
        .filter(fit -> fit.cost() != MethodInvoker.INVALID_INVOKER_COST);
  }

  private static Optional<Invocation> packed(Method method, List<Object> arguments) {
    return Varargs.pack(method, arguments).flatMap(packed -> plain(method, packed.arguments()));
  }
}
