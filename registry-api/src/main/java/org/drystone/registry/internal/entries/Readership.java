package org.drystone.registry.internal.entries;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.drystone.registry.LastRead;

/**
 * Who read one version last, a few users at most. Noting a read takes no lock, and writes only once
 * per user and tick: a busy version is read many times in between, by several threads, and none of
 * these reads may slow another.
 */
final class Readership {

  static final int MOST = 8;

  private static final Seen[] NOBODY = {};
  private static final VarHandle SEEN = handle();

  /** Replaced as a whole, never written into. */
  private volatile Seen[] seen = NOBODY;

  /** What was noted, and when. */
  private record Seen(Reading reading, Instant time) {}

  /**
   * Notes a reading, unless the user is noted for that tick. May miss it when several users begin
   * to read at once.
   *
   * @return whether it was noted
   */
  boolean note(Reading reading, Clock clock) {
    Seen[] present = seen;
    for (Seen one : present) {
      if (one.reading.isLike(reading)) {
        return false;
      }
    }
    return add(present, reading, clock);
  }

  /** The users, the latest first. */
  List<LastRead> last() {
    return Arrays.stream(seen)
        .sorted(Comparator.comparing(Seen::time).reversed())
        .map(one -> new LastRead(one.reading.user(), one.time))
        .toList();
  }

  private boolean add(Seen[] present, Reading reading, Clock clock) {
    int at = place(present, reading);
    if (at == MOST) {
      return false;
    }
    Seen[] changed = Arrays.copyOf(present, Math.max(present.length, at + 1));
    changed[at] = new Seen(reading, clock.instant());
    return SEEN.compareAndSet(this, present, changed);
  }

  /** The user's own place, a free one, or that of the oldest; none if all are of this tick. */
  private static int place(Seen[] present, Reading reading) {
    int oldest = MOST;
    for (int at = 0; at < present.length; at++) {
      if (present[at].reading.user().equals(reading.user())) {
        return at;
      }
      boolean older = oldest == MOST || present[at].reading.tick() < present[oldest].reading.tick();
      if (present[at].reading.tick() != reading.tick() && older) {
        oldest = at;
      }
    }
    return present.length < MOST ? present.length : oldest;
  }

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findVarHandle(Readership.class, "seen", Seen[].class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
