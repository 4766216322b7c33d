package org.drystone.registry.values;

import java.util.ArrayDeque;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.IdentityHashMap;
import org.drystone.registry.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Copies the JDK's lists, sets and maps, however deeply nested, into immutable ones that keep nulls
 * and the order of iteration. A sorted set or map stays sorted by its comparator; what was shared
 * stays shared. Everything else, elements of other types included, is taken as it is: whether it
 * can change is for the {@linkplain org.drystone.registry.immutability.ImmutabilityChecker checker}
 * to say.
 */
public final class ImmutableCopies {

  private final Deque<Container> open = new ArrayDeque<>();
  private final IdentityHashMap<Object, Object> copies = new IdentityHashMap<>();

  private ImmutableCopies() {}

  /**
   * The copy; the value itself if it is no JDK list, set or map. The value must not change
   * meanwhile.
   *
   * @throws InvalidArgumentException if a collection contains itself, or changed meanwhile
   */
  public static @Nullable Object deepCopy(@Nullable Object value) {
    try {
      return new ImmutableCopies().copy(value);
    } catch (ConcurrentModificationException e) {
      throw (InvalidArgumentException)
          new InvalidArgumentException(
                  "The value could not be copied",
                  "it was changed while it was read",
                  "Publish it when no other thread works on it")
              .initCause(e);
    }
  }

  private @Nullable Object copy(@Nullable Object root) {
    Result result = new Result();
    take(root, result);
    while (!open.isEmpty()) {
      Container innermost = open.peek();
      if (innermost.hasNext()) {
        take(innermost.next(), innermost);
      } else {
        open.pop();
        Object copy = innermost.copy();
        copies.put(innermost.source(), copy);
        receiver(result).receive(copy);
      }
    }
    return result.value;
  }

  private Receiver receiver(Result result) {
    Container outer = open.peek();
    return outer == null ? result : outer;
  }

  private void take(@Nullable Object value, Receiver receiver) {
    Object known = value == null ? null : copies.get(value);
    if (value != null && known == this) {
      throw containsItself(value);
    }
    Container container = known == null ? Container.of(value) : null;
    if (container == null) {
      receiver.receive(known == null ? value : known);
    } else {
      copies.put(container.source(), this);
      open.push(container);
    }
  }

  private static InvalidArgumentException containsItself(Object collection) {
    return new InvalidArgumentException(
        "The value could not be copied",
        "a collection contains itself (" + collection.getClass() + ")",
        "Break the cycle");
  }

  /** Takes copies in the order of the source. */
  interface Receiver {
    void receive(@Nullable Object copy);
  }

  private static final class Result implements Receiver {

    private @Nullable Object value;

    @Override
    public void receive(@Nullable Object copy) {
      value = copy;
    }
  }
}
