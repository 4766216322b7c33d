package org.drystone.registry.internal.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.Caller;
import org.drystone.registry.Label;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.VersionId;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.ValueAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of one version, shared by the registry and the holds on it, and released when the
 * last of them lets it go. The version itself is a subclass, so that a read has one object less to
 * go through.
 */
public abstract class Data {

  private static final int RELEASED = 0;
  private static final VarHandle SHARES = handle();

  /** What it is computed from: a share of each is kept until this is released. */
  private final List<? extends Data> needed;

  /** Why it was released, once it was. */
  private volatile String fate = "nobody needs it any more";

  /** Starts with the registry's own share. */
  @SuppressWarnings("unused") // through its handle
  private volatile int shares = 1;

  private final ValueAdapter<Object, Object> adapter;

  /** Null once it was released, so that whoever still knows the version keeps no data alive. */
  private volatile @Nullable Object stored;

  protected Data(
      ValueAdapter<Object, Object> adapter,
      Admission<Object> admission,
      List<? extends Data> needed) {
    this.adapter = adapter;
    this.stored = admission.stored();
    this.needed = List.copyOf(needed);
  }

  public abstract VersionId id();

  public abstract Label label();

  /**
   * The value, if every reader receives just that: nothing is made for the reader, counted or
   * compared. Otherwise, and once it was released, null.
   */
  public final @Nullable Object plain() {
    Object present = stored;
    return adapter instanceof ObjectAdapter && !(present instanceof WatchedValue) ? present : null;
  }

  /** The versions whose data this one is computed from when it is read. */
  public final List<VersionId> needs() {
    return needed.stream().map(Data::id).toList();
  }

  /**
   * What that reader receives.
   *
   * @throws org.drystone.registry.MutatedException if the stored object was changed meanwhile
   * @throws UnavailableException if the data was released
   */
  public final Object open(Caller reader) {
    Object present = available();
    if (present instanceof WatchedValue watched) {
      watched.countRead(label(), reader);
    }
    if (adapter instanceof ObjectAdapter) {
      return ObjectAdapter.value(present);
    }
    try {
      return adapter.open(present, id(), reader);
    } catch (RuntimeException e) {
      requireAvailable(); // it was freed meanwhile, if this throws
      throw e;
    }
  }

  public final Optional<ValueAdapter.Exported> export() {
    return adapter.export(available());
  }

  /** Keeps what this is computed from for as long as this itself; called once, by the commit. */
  public final void keepNeeded() {
    needed.forEach(Data::share);
  }

  /** Takes a share, to be given back with {@link #drop}. */
  public final void share() {
    if (add(1) == RELEASED) {
      throw released();
    }
  }

  /** Gives a share back. */
  public final void drop() {
    if (add(-1) == 1) {
      free();
    }
  }

  /** Gives the registry's own share back: the last hold releases the data, for that reason. */
  public final void abandon(String reason) {
    fate = reason;
    drop();
  }

  /** Releases the data whoever holds it, for that reason. */
  public final void release(String reason) {
    fate = reason;
    if ((int) SHARES.getAndSet(this, RELEASED) != RELEASED) {
      free();
    }
  }

  /** Whether it is known that no reader could tell the two apart; runs code of users. */
  public final boolean isSameAs(ValueAdapter<?, ?> othersAdapter, Admission<?> other) {
    Object mine = stored;
    if (adapter != othersAdapter || mine == null) {
      return false;
    }
    return adapter instanceof ObjectAdapter
        ? ObjectAdapter.value(mine).equals(ObjectAdapter.value(other.stored()))
        : other.contentId().isPresent() && other.contentId().equals(label().contentId());
  }

  public final boolean isReleased() {
    return stored == null;
  }

  /**
   * Checks that the data was not released.
   *
   * @throws UnavailableException if it was
   */
  public final void requireAvailable() {
    available();
  }

  /** Adds to the shares, unless all is over, and returns how many there were. */
  private int add(int change) {
    int before;
    do {
      before = shares;
    } while (before != RELEASED && !SHARES.compareAndSet(this, before, before + change));
    return before;
  }

  /** Called once, by whoever takes the last share. */
  private void free() {
    Object last = stored;
    stored = null;
    if (last != null) {
      adapter.release(last);
      needed.forEach(Data::drop);
    }
  }

  private Object available() {
    Object present = stored;
    if (present == null) {
      throw released();
    }
    return present;
  }

  private UnavailableException released() {
    return new UnavailableException(
        "The data of this version is gone", fate, "Read another version");
  }

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findVarHandle(Data.class, "shares", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
