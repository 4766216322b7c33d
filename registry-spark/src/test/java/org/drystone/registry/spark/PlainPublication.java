package org.drystone.registry.spark;

import org.drystone.registry.Caller;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.Publication;
import org.drystone.registry.spi.AdmissionContext;

/** A publication without options, which nobody cancels. */
record PlainPublication(Name name) implements AdmissionContext {

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
    return false;
  }

  @Override
  public void checkNotCancelled() {}

  @Override
  public void onCancel(Runnable action) {}

  @Override
  public void progress(String message) {}
}
