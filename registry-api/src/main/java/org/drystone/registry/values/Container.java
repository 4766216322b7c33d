package org.drystone.registry.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A JDK collection while its parts are being copied; the parts of a map are key, value, key, .. */
final class Container implements ImmutableCopies.Receiver {

  private final Object source;
  private final Iterator<?> parts;
  private final Function<List<@Nullable Object>, Object> finish;
  private final List<@Nullable Object> done = new ArrayList<>();

  private Container(
      Object source, Iterator<?> parts, Function<List<@Nullable Object>, Object> finish) {
    this.source = source;
    this.parts = parts;
    this.finish = finish;
  }

  /** Null if the value is no JDK list, set or map, or one whose meaning a copy would lose. */
  static @Nullable Container of(@Nullable Object value) {
    if (value == null
        || value.getClass().getClassLoader() != null
        || value instanceof IdentityHashMap) {
      return null;
    }
    if (value instanceof Map<?, ?> map) {
      return new Container(map, flat(map), parts -> map(map, parts));
    }
    if (value instanceof Set<?> set) {
      return new Container(set, set.iterator(), parts -> set(set, parts));
    }
    return value instanceof List<?> list
        ? new Container(list, list.iterator(), parts -> parts.stream().toList())
        : null;
  }

  Object source() {
    return source;
  }

  boolean hasNext() {
    return parts.hasNext();
  }

  @Nullable Object next() {
    return parts.next();
  }

  @Override
  public void receive(@Nullable Object copy) {
    done.add(copy);
  }

  Object copy() {
    return finish.apply(done);
  }

  private static Iterator<?> flat(Map<?, ?> map) {
    return map.entrySet().stream()
        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
        .iterator();
  }

  @SuppressWarnings("unchecked") // The comparator compared these very elements.
  private static Object set(Set<?> source, Collection<@Nullable Object> parts) {
    return source instanceof SortedSet<?> sorted
        ? CopiedSortedSet.of((Comparator<@Nullable Object>) sorted.comparator(), parts)
        : new CopiedSet<>(parts);
  }

  @SuppressWarnings("unchecked") // The comparator compared these very keys.
  private static Object map(Map<?, ?> source, List<@Nullable Object> parts) {
    Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
    for (int i = 0; i < parts.size(); i += 2) {
      entries.put(parts.get(i), parts.get(i + 1));
    }
    return source instanceof SortedMap<?, ?> sorted
        ? CopiedSortedMap.of((Comparator<@Nullable Object>) sorted.comparator(), entries)
        : new CopiedMap<>(entries);
  }
}
