package org.drystone.registry.internal.entries;

import java.util.HashMap;
import java.util.Map;
import org.drystone.registry.Name;
import org.drystone.registry.internal.revisions.Cells;
import org.drystone.registry.internal.revisions.History;
import org.jspecify.annotations.Nullable;

/**
 * What was said of parts of a name, as of each revision. It is about one life of the name: a later
 * one begins without.
 */
public final class LifeMarks<K, V> {

  private final Cells<Name, Life<K, V>> lives;

  /** What was said in one life; immutable. */
  private record Life<K, V>(long incarnation, Map<K, V> marks) {}

  public LifeMarks(History history) {
    this.lives = new Cells<>(history);
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
    lives.set(name, life(state, Map.copyOf(changed)), revision);
  }

  /** Called by the committing thread, for a name that has no version in any revision kept. */
  public void forget(Name name) {
    lives.forget(name);
  }

  private static <K, V> @Nullable Life<K, V> life(EntryState state, Map<K, V> marks) {
    return marks.isEmpty() ? null : new Life<>(state.incarnation(), marks);
  }

  private Map<K, V> all(Name name, EntryState state, long revision) {
    Life<K, V> life = lives.asOf(name, revision);
    return life == null || life.incarnation != state.incarnation() ? Map.of() : life.marks;
  }
}
