package org.drystone.registry.immutability.internal.frames;

import java.lang.reflect.Method;
import org.drystone.registry.immutability.internal.types.PublicMethods;
import org.jspecify.annotations.Nullable;

/** Walks what an iterator gives that is not the JDK's, such as Scala's. */
final class IterationFrame extends Frame {

  private final Object iterator;
  private final Method hasNext;
  private final Method next;
  private long index = -1;

  IterationFrame(Object iterable) throws ReflectiveOperationException {
    super(iterable);
    Method opener =
        PublicMethods.find(iterable.getClass(), "iterator").orElseThrow(NoSuchMethodException::new);
    this.iterator = opener.invoke(iterable);
    this.hasNext = opener.getReturnType().getMethod("hasNext");
    this.next = opener.getReturnType().getMethod("next");
  }

  @Override
  public @Nullable Object next(Sieve sieve)
      throws ReflectiveOperationException, LimitReachedException {
    while ((Boolean) hasNext.invoke(iterator)) {
      Object part = next.invoke(iterator);
      index++;
      if (!sieve.passes(part)) {
        return part;
      }
    }
    return null;
  }

  @Override
  public void appendStep(StringBuilder path) {
    path.append('[').append(index).append(']');
  }
}
