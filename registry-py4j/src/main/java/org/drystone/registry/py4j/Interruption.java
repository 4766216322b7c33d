package org.drystone.registry.py4j;

import java.util.concurrent.Callable;
import org.drystone.registry.CancelledException;
import org.jspecify.annotations.Nullable;

/**
 * The part of a command that waits and may be interrupted. An interrupt from outside reaches the
 * thread only while it is in there, and never stays behind. A command may run within another one on
 * the same thread, when a Python function that the outer one waits for calls back.
 */
final class Interruption {

  /** What a command does while it may be interrupted. */
  enum Kind {
    /** Waits for news and changes nothing: given up as soon as the gateway begins to close. */
    POLL,
    /** Does what its client asked for: given up when the client is gone. */
    WORK
  }

  private final @Nullable Interruption outer;
  private @Nullable Thread inside;
  private Kind kind = Kind.WORK;
  private boolean interrupted;

  /**
   * For a command.
   *
   * @param outer that of the command within which it runs, on the same thread
   */
  Interruption(@Nullable Interruption outer) {
    this.outer = outer;
  }

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
      if (outer != null) {
        outer.renew();
      }
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

  /** An interrupt that was meant for this one may have ended with an inner one. */
  private synchronized void renew() {
    if (interrupted && inside != null) {
      inside.interrupt();
    }
  }

  private static CancelledException cancelled() {
    return new CancelledException(
        "The call was cancelled", "its client ended it, or the hub closes", "Call again");
  }
}
