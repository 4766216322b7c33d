package org.drystone.registry.immutability.internal.flow;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for something that decides a question, wherever the question leads.
 *
 * <p>Each place is looked at once, however many ways lead there and whether or not it leads back to
 * itself. Only answers that stand on their own are remembered: that nothing was found once all is
 * looked through; and that something was found for the place itself, and for where one began.
 */
public final class Search<T> {

  /** Looks at one place only. */
  @FunctionalInterface
  public interface Look<T> {

    /** Whether it is there; if not, or not yet known, adds where else to look. */
    boolean isAt(T place, Collection<T> next);
  }

  private final Look<T> look;
  private final Set<T> hits = new HashSet<>();
  private final Set<T> blanks = new HashSet<>();

  public Search(Look<T> look) {
    this.look = look;
  }

  public boolean finds(T start) {
    Set<T> asked = new HashSet<>();
    Deque<T> pending = new ArrayDeque<>(List.of(start));
    while (!pending.isEmpty()) {
      T next = pending.remove();
      if (!blanks.contains(next) && asked.add(next) && isAt(next, pending)) {
        hits.add(next);
        hits.add(start);
        return true;
      }
    }
    blanks.addAll(asked);
    return false;
  }

  private boolean isAt(T place, Collection<T> next) {
    return hits.contains(place) || look.isAt(place, next);
  }
}
