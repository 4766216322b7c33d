package org.drystone.registry.internal.entries;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.drystone.registry.LastRead;
import org.drystone.registry.Principal;

/**
 * Who read one version last, a few users at most. Noting a read takes no lock, and writes only once
 * per user and tick: a busy version is read many times in between, by several threads, and none of
 * these reads may slow another.
 */
public final class Readership {

  static final int MOST = 8;

  private static final Seen[] NOBODY = {};
  private static final VarHandle SEEN = handle();

  /** Replaced as a whole, never written into. */
  private volatile Seen[] seen = NOBODY;

  /** A user who read, first within that tick at that time. */
  private record Seen(Principal user, long tick, Instant time) {}

  /** Notes that the user reads now. May miss a read when several users begin to read at once. */
  public void note(Principal user, long tick, Clock clock) {
    Seen[] present = seen;
    for (Seen one : present) {
      if (one.tick == tick && one.user.equals(user)) {
        return;
      }
    }
    add(present, user, tick, clock);
  }

  /** The users, the latest first. */
  public List<LastRead> last() {
    return Arrays.stream(seen)
        .sorted(Comparator.comparing(Seen::time).reversed())
        .map(one -> new LastRead(one.user, one.time))
        .toList();
  }

  private void add(Seen[] present, Principal user, long tick, Clock clock) {
    int at = place(present, user, tick);
    if (at < MOST) {
      Seen[] changed = Arrays.copyOf(present, Math.max(present.length, at + 1));
      changed[at] = new Seen(user, tick, clock.instant());
      SEEN.compareAndSet(this, present, changed);
    }
  }

  /** The user's own place, a free one, or that of the oldest; none if all are of this tick. */
  private static int place(Seen[] present, Principal user, long tick) {
    int oldest = MOST;
    for (int at = 0; at < present.length; at++) {
      if (present[at].user.equals(user)) {
        return at;
      }
      boolean older = oldest == MOST || present[at].tick < present[oldest].tick;
      if (present[at].tick != tick && older) {
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
