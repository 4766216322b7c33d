package org.drystone.registry.internal.underway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.drystone.registry.Caller;
import org.drystone.registry.CancelledException;
import org.drystone.registry.Name;
import org.drystone.registry.Publication;
import org.drystone.registry.Underway;
import org.drystone.registry.spi.AdmissionContext;
import org.jspecify.annotations.Nullable;

/** One publication between reserve and commit, as its adapter and others see it. */
public final class Reservation implements AdmissionContext {

  private static final System.Logger LOG = System.getLogger(Reservation.class.getName());

  private final Name name;
  private final Caller publisher;
  private final Publication publication;
  private final Instant since;
  private final Fence fence;
  private final Basis basis;
  private volatile String progress = "started";

  private final Object lock = new Object();

  /** Guarded by lock; null once they were run or dropped. */
  private @Nullable List<Runnable> onCancel = new ArrayList<>();

  private volatile @Nullable String cancelledBecause;

  public Reservation(
      Name name,
      Caller publisher,
      Publication publication,
      Instant since,
      Fence fence,
      Basis basis) {
    this.name = name;
    this.publisher = publisher;
    this.publication = publication;
    this.since = since;
    this.fence = fence;
    this.basis = basis;
  }

  /**
   * What a reservation was made on.
   *
   * @param revision at which right and condition held
   * @param incarnation the life of the name then; 0 if there was none
   */
  public record Basis(long revision, long incarnation) {}

  /** The life of the name when it was reserved; 0 if there was none. */
  public long incarnation() {
    return basis.incarnation();
  }

  /** Whether it was made before that commit, so that it did not know of it. */
  public boolean isBefore(long revision) {
    return basis.revision() < revision;
  }

  @Override
  public Name name() {
    return name;
  }

  @Override
  public Caller publisher() {
    return publisher;
  }

  @Override
  public Publication publication() {
    return publication;
  }

  @Override
  public boolean cancelled() {
    return reason() != null;
  }

  /** What the publication must not outlive. */
  public Fence fence() {
    return fence;
  }

  private @Nullable String reason() {
    String cancelled = cancelledBecause;
    return cancelled != null ? cancelled : fence.closedBecause();
  }

  @Override
  public void checkNotCancelled() {
    String reason = reason();
    if (reason != null) {
      throw new CancelledException(
          "The publication of " + name + " was cancelled",
          reason,
          "Nothing was published; look what is there now before trying again");
    }
  }

  @Override
  public void onCancel(Runnable action) {
    synchronized (lock) {
      if (!cancelled()) {
        if (onCancel != null) {
          onCancel.add(action);
        }
        return;
      }
    }
    action.run();
  }

  @Override
  public void progress(String message) {
    progress = message;
  }

  /** Cancels once; the first reason stays. */
  void cancel(String reason) {
    List<Runnable> actions;
    synchronized (lock) {
      if (cancelledBecause != null || onCancel == null) {
        return;
      }
      cancelledBecause = reason;
      actions = onCancel;
      onCancel = null;
    }
    actions.forEach(this::attempt);
  }

  /** Whoever cancels has work of its own, which must not suffer from an adapter's failure. */
  private void attempt(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "The publication of " + name + " goes on a while", e);
    }
  }

  /** From now on there is nothing to cancel. */
  public void finish() {
    synchronized (lock) {
      onCancel = null;
    }
  }

  public Underway underway() {
    return new Underway(name, publisher.user(), since, progress);
  }
}
