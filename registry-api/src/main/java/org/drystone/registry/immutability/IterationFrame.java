package org.drystone.registry.immutability;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Walks what an iterator gives that is not the JDK's, such as Scala's. */
final class IterationFrame extends Frame {

  private final Object iterator;
  private final Method hasNext;
  private final Method next;
  private long index = -1;
  private @Nullable Object part;

  IterationFrame(Object iterable, Class<?> type) throws ReflectiveOperationException {
    Method opener = PublicMethods.find(type, "iterator").orElseThrow(NoSuchMethodException::new);
    this.iterator = opener.invoke(iterable);
    this.hasNext = opener.getReturnType().getMethod("hasNext");
    this.next = opener.getReturnType().getMethod("next");
  }

  @Override
  boolean advance() throws ReflectiveOperationException {
    if (!(Boolean) hasNext.invoke(iterator)) {
      return false;
    }
    part = next.invoke(iterator);
    index++;
    return true;
  }

  @Override
  @Nullable Object part() {
    return part;
  }

  @Override
  void appendStep(StringBuilder path) {
    path.append('[').append(index).append(']');
  }
}
