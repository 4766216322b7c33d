package org.drystone.registry.internal.watching;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.drystone.registry.ChangeListener;
import org.drystone.registry.Commit;
import org.drystone.registry.Position;
import org.drystone.registry.Subscription;
import org.drystone.registry.internal.log.Subscriber;
import org.drystone.registry.internal.log.Subscriptions;
import org.jspecify.annotations.Nullable;

/**
 * Hands a watch's commits to a listener.
 *
 * <p>The count of signals is the baton: who raises it from zero hands one task to the executor, and
 * that task runs until it has brought the count back to zero. So there is one task at most, and a
 * signal is never lost.
 */
final class PushedChanges implements Subscription, Subscriber {

  private static final System.Logger LOG = System.getLogger(PushedChanges.class.getName());

  private final Subscriptions all;
  private final LogWatch watch;
  private final Interest interest;
  private final Executor executor;
  private final ChangeListener listener;
  private final AtomicInteger signals = new AtomicInteger();
  private volatile Position told;
  private volatile boolean over;

  PushedChanges(
      Subscriptions all,
      LogWatch watch,
      Interest interest,
      Executor executor,
      ChangeListener listener) {
    this.all = all;
    this.watch = watch;
    this.interest = interest;
    this.executor = executor;
    this.listener = listener;
    this.told = watch.position();
  }

  @Override
  public Position position() {
    return told;
  }

  @Override
  public boolean isOpen() {
    return !over;
  }

  @Override
  public void close() {
    over = true;
    watch.close();
    all.remove(this);
  }

  @Override
  public void committed(Commit commit) {
    if (interest.concerns(commit)) {
      signal();
    }
  }

  @Override
  public void signal() {
    if (signals.getAndIncrement() == 0) {
      try {
        executor.execute(this::run);
      } catch (RuntimeException e) {
        close();
        LOG.log(System.Logger.Level.WARNING, "An executor takes no more changes", e);
      }
    }
  }

  private void run() {
    int seen = signals.get();
    do {
      tellAll();
      seen = signals.addAndGet(-seen);
    } while (seen > 0);
  }

  private void tellAll() {
    try {
      for (Commit next = next(); next != null; next = next()) {
        listener.changed(next);
        told = next.position();
      }
      told = watch.position();
    } catch (RuntimeException | Error e) {
      end(e);
    }
  }

  private @Nullable Commit next() {
    return over ? null : watch.poll();
  }

  /** What the listener threw may have come after it closed this: then it was told enough. */
  private void end(Throwable reason) {
    if (over) {
      return;
    }
    close();
    try {
      listener.ended(reason);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A listener failed when it was told its end", e);
    }
  }
}
