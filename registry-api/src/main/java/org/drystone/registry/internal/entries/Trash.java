package org.drystone.registry.internal.entries;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.concurrent.ConcurrentSkipListMap;
import org.drystone.registry.Name;
import org.drystone.registry.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * Removed versions whose data is still kept. Changed under the commit lock only; read by anybody.
 */
public final class Trash {
  private static final Comparator<VersionId> BY_NAME =
      Comparator.comparing(VersionId::name).thenComparingLong(VersionId::number);

  private final NavigableMap<VersionId, Item> items = new ConcurrentSkipListMap<>(BY_NAME);

  /** In the order in which they are due. Guarded by the commit lock. */
  private final Queue<Item> due = new ArrayDeque<>();

  /** A removed version and how it was removed. */
  public record Item(Version version, Tombstone removal, Instant until) {
    public VersionId id() {
      return version.id();
    }
  }

  public void add(Version version, Tombstone removal, Instant until) {
    Item item = new Item(version, removal, until);
    items.put(item.id(), item);
    due.add(item);
  }

  /** The version, if it can still be restored at that time. */
  public @Nullable Item find(VersionId id, Instant now) {
    Item item = items.get(id);
    return item != null && now.isBefore(item.until()) ? item : null;
  }

  /** What can still be restored at that time, in the order of names and numbers. */
  public List<Item> at(Instant now) {
    return items.values().stream().filter(item -> now.isBefore(item.until())).toList();
  }

  /** What of that name can still be restored at that time, by number. */
  public List<Item> of(Name name, Instant now) {
    return items
        .subMap(new VersionId(name, 1), true, new VersionId(name, Long.MAX_VALUE), true)
        .values()
        .stream()
        .filter(item -> now.isBefore(item.until()))
        .toList();
  }

  /** The version lives again. */
  public void takeOut(VersionId id) {
    items.remove(id);
  }

  /** Takes out what is due at that time. */
  public Collection<Item> empty(Instant now) {
    List<Item> emptied = new ArrayList<>();
    for (Item item = due.peek(); item != null && !now.isBefore(item.until()); item = due.peek()) {
      due.remove();
      if (items.remove(item.id(), item)) {
        emptied.add(item);
      }
    }
    return emptied;
  }

  /** When to empty it next; null if nothing is due. Called under the commit lock. */
  public @Nullable Instant nextDue() {
    Item item = due.peek();
    return item == null ? null : item.until();
  }

  /** Whether anything of that name is in it. */
  public boolean holds(Name name) {
    VersionId first = items.ceilingKey(new VersionId(name, 1));
    return first != null && first.name().equals(name);
  }
}
