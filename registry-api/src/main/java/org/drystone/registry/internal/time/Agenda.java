package org.drystone.registry.internal.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is to be looked at when, each thing once. For one thread. */
public final class Agenda<T extends Comparable<T>> {

  private final Map<T, Instant> times = new HashMap<>();
  private final SortedMap<Instant, SortedSet<T>> things = new TreeMap<>();

  /** From now on the thing is due then, and at no other time; null for never. */
  public void put(T thing, @Nullable Instant due) {
    Instant before = due == null ? times.remove(thing) : times.put(thing, due);
    if (before != null) {
      things.computeIfPresent(before, (any, there) -> without(thing, there));
    }
    if (due != null) {
      things.computeIfAbsent(due, any -> new TreeSet<>()).add(thing);
    }
  }

  /** Takes out what is due at that time. */
  public List<T> take(Instant now) {
    List<T> due = new ArrayList<>();
    while (!things.isEmpty() && !things.firstKey().isAfter(now)) {
      due.addAll(things.remove(things.firstKey()));
    }
    due.forEach(times::remove);
    return due;
  }

  /** When something is due next; null if nothing is. */
  public @Nullable Instant next() {
    return things.isEmpty() ? null : things.firstKey();
  }

  private static <T> @Nullable SortedSet<T> without(T thing, SortedSet<T> there) {
    there.remove(thing);
    return there.isEmpty() ? null : there;
  }
}
