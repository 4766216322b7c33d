package org.drystone.registry.internal.entries;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.Name;
import org.drystone.registry.internal.revisions.Cell;
import org.drystone.registry.internal.revisions.History;
import org.jspecify.annotations.Nullable;

/**
 * What was said of parts of a name, as of each revision. It is about one life of the name: a later
 * one begins without.
 */
public final class LifeMarks<K, V> {

  private final Map<Name, Cell<Life<K, V>>> lives = new ConcurrentHashMap<>();
  private final History history;

  /** What was said in one life; immutable. */
  private record Life<K, V>(long incarnation, Map<K, V> marks) {}

  public LifeMarks(History history) {
    this.history = history;
  }

  public @Nullable V get(Name name, EntryState state, K key, long revision) {
    return all(name, state, revision).get(key);
  }

  /** Called by the committing thread; null takes it back. */
  public void set(Name name, EntryState state, K key, @Nullable V value, long revision) {
    Map<K, V> changed = new HashMap<>(all(name, state, revision));
    if (value == null) {
      changed.remove(key);
    } else {
      changed.put(key, value);
    }
    lives
        .computeIfAbsent(name, any -> new Cell<>())
        .set(revision, new Life<>(state.incarnation(), Map.copyOf(changed)), history);
  }

  private Map<K, V> all(Name name, EntryState state, long revision) {
    Cell<Life<K, V>> cell = lives.get(name);
    Life<K, V> life = cell == null ? null : cell.asOf(revision);
    return life == null || life.incarnation != state.incarnation() ? Map.of() : life.marks;
  }
}
