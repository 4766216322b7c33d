package org.drystone.registry.spark;

import org.drystone.registry.Caller;
import org.drystone.registry.CancelledException;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Publication;
import org.drystone.registry.spi.AdmissionContext;

/** A publication that its user has cancelled. */
record CancelledPublication() implements AdmissionContext {

  @Override
  public Name name() {
    return Name.parse("ada/t");
  }

  @Override
  public Caller publisher() {
    return Caller.of(Principal.user("ada"));
  }

  @Override
  public Publication publication() {
    return Publication.plain();
  }

  @Override
  public boolean cancelled() {
    return true;
  }

  @Override
  public void checkNotCancelled() {
    throw new CancelledException("It was cancelled", "its user did so", "Publish again");
  }

  @Override
  public void onCancel(Runnable action) {
    action.run();
  }

  @Override
  public void progress(String message) {}
}
