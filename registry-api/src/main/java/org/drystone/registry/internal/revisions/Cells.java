package org.drystone.registry.internal.revisions;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Values under keys, as of each revision. Written by the committing thread only, before the
 * revision is visible; read by anybody. A key whose value was taken back takes no room any more
 * once no revision is left that knew one.
 */
public final class Cells<K, V> {
  private final Map<K, Cell<Optional<V>>> cells = new ConcurrentHashMap<>();
  private final History history;

  public Cells(History history) {
    this.history = history;
  }

  /**
   * The value as of that revision, or null if there was none.
   *
   * @throws Behind if that is no longer known
   */
  public @Nullable V asOf(K key, long revision) {
    Cell<Optional<V>> cell = cells.get(key);
    Optional<V> then = cell == null ? null : cell.asOf(revision);
    if (then == null) {
      history.requireKept(revision);
      return null;
    }
    return then.orElse(null);
  }

  /** Sets the value from that revision on, which is not earlier than any before; null takes it. */
  public void set(K key, @Nullable V value, long revision) {
    Cell<Optional<V>> cell = cells.computeIfAbsent(key, any -> new Cell<>());
    cell.set(revision, Optional.ofNullable(value), history);
    if (value == null) {
      history.add(new Emptied<>(cells, key, cell, revision));
    }
  }

  /** The keys that have a value, or had one in a revision that is still kept. */
  public Set<K> keys() {
    return Set.copyOf(cells.keySet());
  }

  /** Called by the committing thread, for a key that nobody asks about in any revision kept. */
  public void forget(K key) {
    cells.remove(key);
  }

  private record Emptied<K, V>(
      Map<K, Cell<Optional<V>>> cells, K key, Cell<Optional<V>> cell, long revision)
      implements Past {
    @Override
    public void forget() {
      if (cell.isSince(revision)) {
        cells.remove(key, cell);
      }
    }
  }
}
