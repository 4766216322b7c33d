package org.drystone.registry.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import org.drystone.registry.Caller;
import org.drystone.registry.CancelledException;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Publication;
import org.drystone.registry.spi.AdmissionContext;

/** A publication that an adapter works for, without a hub around it. */
final class Admitting implements AdmissionContext {

  private final Publication publication;

  /** Guarded by this. */
  private final List<Runnable> actions = new ArrayList<>();

  private volatile boolean cancelled;
  private volatile boolean cancelling;

  Admitting(Publication publication) {
    this.publication = publication;
  }

  static Admitting plainly() {
    return new Admitting(Publication.plain());
  }

  /** Cancelled before the adapter begins. */
  static Admitting cancelledBefore() {
    Admitting context = plainly();
    context.cancel();
    return context;
  }

  /** Cancelled as soon as the adapter tells how far it is, or asks to be told. */
  static Admitting cancelledMeanwhile() {
    Admitting context = plainly();
    context.cancelling = true;
    return context;
  }

  private void cancel() {
    List<Runnable> told;
    synchronized (this) {
      cancelled = true;
      told = List.copyOf(actions);
      actions.clear();
    }
    told.forEach(Runnable::run);
  }

  @Override
  public Name name() {
    return Name.parse("ada/x");
  }

  @Override
  public Caller publisher() {
    return Caller.of(Principal.user("ada"));
  }

  @Override
  public Publication publication() {
    return publication;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void checkNotCancelled() {
    if (cancelled) {
      throw new CancelledException(
          "The publication was cancelled", "the contract does so", "Nothing was published");
    }
  }

  @Override
  public void onCancel(Runnable action) {
    boolean already;
    synchronized (this) {
      already = cancelled;
      if (!already) {
        actions.add(action);
      }
    }
    if (already) {
      action.run();
    } else if (cancelling) {
      cancel();
    }
  }

  @Override
  public void progress(String message) {
    if (cancelling && !cancelled) {
      cancel();
    }
  }
}
