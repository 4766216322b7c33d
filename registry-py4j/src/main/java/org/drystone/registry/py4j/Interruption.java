package org.drystone.registry.py4j;

import java.util.concurrent.Callable;
import org.drystone.registry.CancelledException;
import org.jspecify.annotations.Nullable;

/**
 * The part of a command that waits and may be interrupted. An interrupt from outside reaches the
 * thread only while it is in there, and never stays behind.
 */
final class Interruption {

  /** What a command does while it may be interrupted. */
  enum Kind {
    /** Waits for news and changes nothing: given up as soon as the gateway begins to close. */
    POLL,
    /** Does what its client asked for: given up when the client is gone. */
    WORK
  }

  private @Nullable Thread inside;
  private Kind kind = Kind.WORK;
  private boolean interrupted;

  /**
   * Runs the body so that {@link #interrupt} reaches it.
   *
   * @throws CancelledException if it was interrupted before, or while it waited
   */
  <T> T permit(Kind kind, Callable<T> body) throws Exception {
    enter(kind);
    try {
      return body.call();
    } catch (InterruptedException e) {
      throw cancelled();
    } finally {
      leave();
    }
  }

  synchronized void interrupt() {
    interrupted = true;
    if (inside != null) {
      inside.interrupt();
    }
  }

  synchronized void interruptPoll() {
    if (inside != null && kind == Kind.POLL) {
      interrupt();
    }
  }

  private synchronized void enter(Kind kind) {
    if (interrupted) {
      throw cancelled();
    }
    this.kind = kind;
    inside = Thread.currentThread();
  }

  private synchronized void leave() {
    inside = null;
    Thread.interrupted();
  }

  private static CancelledException cancelled() {
    return new CancelledException(
        "The call was cancelled", "its client ended it, or the hub closes", "Call again");
  }
}
