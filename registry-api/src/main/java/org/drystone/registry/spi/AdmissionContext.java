package org.drystone.registry.spi;

import org.drystone.registry.Caller;
import org.drystone.registry.Name;
import org.drystone.registry.Publication;

/** What an adapter knows of the publication it works for. Safe for use by several threads. */
public interface AdmissionContext {

  /** The name that is being published. */
  Name name();

  /** Who publishes. */
  Caller publisher();

  /** How to publish. An adapter refuses options that it does not know before it starts. */
  Publication publication();

  /** Whether the result is no longer wanted: the condition failed meanwhile, or the hub closes. */
  boolean cancelled();

  /**
   * Throws if {@link #cancelled()}.
   *
   * @throws org.drystone.registry.CancelledException if so
   */
  void checkNotCancelled();

  /**
   * Runs the action once when the publication is cancelled, at once if it is already; on the thread
   * that cancels, so it must be quick. The action is dropped when the admission ends.
   */
  void onCancel(Runnable action);

  /** Tells others how far the work is, in words. */
  void progress(String message);
}
