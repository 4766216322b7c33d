package org.drystone.registry.internal.entries;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import org.drystone.registry.Name;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of each entry, by its name. The table holds the states themselves, with no node
 * between: each object that a read goes through is one more miss in the processor's caches.
 *
 * <p>Written by the committing thread only. Who reads sees at least what was there when it began.
 */
final class NameTable {

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final Object GONE = new Object();
  private static final int FIRST_LENGTH = 64;

  /** Of each table, two thirds at least stay free, so that a name stands where it is looked for. */
  private static final int ROOM = 3;

  /** Spreads what is alike: 2 to the power of 32, divided by the golden ratio. */
  private static final int GOLDEN = 0x9E3779B9;

  /** A power of two of slots: states, {@link #GONE} where one was, or null. */
  private volatile @Nullable Object[] slots = new Object[FIRST_LENGTH];

  /** How many slots are not null; used by the committing thread only. */
  private int used;

  @Nullable EntryState get(Name name) {
    @Nullable Object[] present = slots;
    int at = first(present, name);
    Object there = SLOT.getAcquire(present, at);
    while (there != null) {
      if (there instanceof EntryState state && state.isOf(name)) {
        return state;
      }
      at = next(present, at);
      there = SLOT.getAcquire(present, at);
    }
    return null;
  }

  /**
   * Puts a state in the place of what is there under its name, if anything is, which it returns.
   */
  @Nullable EntryState put(EntryState state) {
    int at = position(slots, state.name());
    @Nullable Object before = slots[at];
    if (before == null) {
      used++;
      if (used > slots.length / ROOM) {
        rebuild();
        at = position(slots, state.name());
      }
    }
    SLOT.setRelease(slots, at, state);
    return (EntryState) before;
  }

  void remove(Name name) {
    int at = position(slots, name);
    if (slots[at] != null) {
      SLOT.setRelease(slots, at, GONE);
    }
  }

  /** All states; those that come or go meanwhile may be among them. */
  List<EntryState> all() {
    return Arrays.stream(slots)
        .filter(EntryState.class::isInstance)
        .map(EntryState.class::cast)
        .toList();
  }

  /** Makes a table with room for one more; readers go on in the old one until they begin anew. */
  private void rebuild() {
    List<EntryState> states = all();
    used = states.size() + 1;
    int length = 2 * Integer.highestOneBit(used * (ROOM + 1)); // so that the next is not soon
    @Nullable Object[] next = new Object[Math.max(FIRST_LENGTH, length)];
    for (EntryState state : states) {
      next[position(next, state.name())] = state;
    }
    slots = next;
  }

  /** Where that name stands or, if it does not, where it may; for the committing thread. */
  private static int position(@Nullable Object[] slots, Name name) {
    int at = first(slots, name);
    while (slots[at] != null && !(slots[at] instanceof EntryState state && state.isOf(name))) {
      at = next(slots, at);
    }
    return at;
  }

  private static int first(@Nullable Object[] slots, Name name) {
    return (name.hashCode() * GOLDEN) >>> Integer.numberOfLeadingZeros(slots.length - 1);
  }

  private static int next(@Nullable Object[] slots, int at) {
    return (at + 1) & (slots.length - 1);
  }
}
