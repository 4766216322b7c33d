package org.drystone.registry.internal.data;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.drystone.registry.Caller;
import org.drystone.registry.Label;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.ValueAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of one version, shared by the registry and the holds on it, and released when the
 * last of them lets it go.
 */
public final class Data<T, S> {

  private static final int RELEASED = 0;

  private final ValueAdapter<T, S> adapter;
  private final Optional<String> contentId;

  /** Null once it was released, so that whoever still knows the version keeps no data alive. */
  private volatile @Nullable S stored;

  /** What it is computed from: a share of each is kept until this is released. Null before. */
  private volatile @Nullable List<Data<?, ?>> needed;

  /** Why it was released, once it was. */
  private volatile String fate = "nobody needs it any more";

  /** Starts with the registry's own share. */
  private final AtomicInteger shares = new AtomicInteger(1);

  public Data(ValueAdapter<T, S> adapter, Admission<S> admission) {
    this.adapter = adapter;
    this.stored = admission.stored();
    this.contentId = admission.contentId();
  }

  /**
   * What that reader receives.
   *
   * @throws org.drystone.registry.MutatedException if the stored object was changed meanwhile
   * @throws UnavailableException if the data was released
   */
  public T open(Label label, Caller reader) {
    S present = available();
    if (present instanceof WatchedValue watched) {
      watched.countRead(label, reader);
    }
    try {
      return adapter.open(present, label.id(), reader);
    } catch (RuntimeException e) {
      requireAvailable(); // it was freed meanwhile, if this throws
      throw e;
    }
  }

  public Optional<ValueAdapter.Exported> export() {
    return adapter.export(available());
  }

  /** Keeps what this is computed from for as long as this itself; called once. */
  public void keep(List<Data<?, ?>> needed) {
    needed.forEach(Data::share);
    this.needed = needed;
  }

  /** Takes a share, to be given back with {@link #drop}. */
  public void share() {
    if (shares.getAndUpdate(n -> n == RELEASED ? RELEASED : n + 1) == RELEASED) {
      throw released();
    }
  }

  /** Gives a share back. */
  public void drop() {
    if (shares.getAndUpdate(n -> n == RELEASED ? RELEASED : n - 1) == 1) {
      free();
    }
  }

  /** Gives the registry's own share back: the last hold releases the data, for that reason. */
  public void abandon(String reason) {
    fate = reason;
    drop();
  }

  /** Releases the data whoever holds it, for that reason. */
  public void release(String reason) {
    fate = reason;
    if (shares.getAndSet(RELEASED) != RELEASED) {
      free();
    }
  }

  /** Whether it was committed. */
  public boolean isKept() {
    return needed != null;
  }

  /** Whether it is known that no reader could tell the two apart; runs code of users. */
  public boolean isSameAs(Data<?, ?> other) {
    Object mine = stored;
    Object others = other.stored;
    if (adapter != other.adapter || mine == null || others == null) {
      return false;
    }
    return adapter instanceof ObjectAdapter
        ? ObjectAdapter.value(mine).equals(ObjectAdapter.value(others))
        : contentId.isPresent() && contentId.equals(other.contentId);
  }

  public boolean isReleased() {
    return stored == null;
  }

  /** Called once, by whoever takes the last share. */
  private void free() {
    S last = stored;
    stored = null;
    if (last != null) {
      adapter.release(last);
      List<Data<?, ?>> shared = needed;
      if (shared != null) {
        shared.forEach(Data::drop);
      }
    }
  }

  /**
   * Checks that the data was not released.
   *
   * @throws UnavailableException if it was
   */
  public void requireAvailable() {
    available();
  }

  private S available() {
    S present = stored;
    if (present == null) {
      throw released();
    }
    return present;
  }

  private UnavailableException released() {
    return new UnavailableException(
        "The data of this version is gone", fate, "Read another version");
  }
}
