package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A thread that was known to wait, with a limit, when it was handed out. */
record Waiter(Thread thread, FutureTask<Object> task) {

  private static final Duration LONG = Duration.ofMinutes(1);

  static Waiter start(Callable<Object> wait) {
    FutureTask<Object> task = new FutureTask<>(wait);
    Thread thread = new Thread(task);
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
      Thread.onSpinWait();
    }
    return new Waiter(thread, task);
  }

  Object result() throws Exception {
    return task.get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  Throwable failure() {
    return Objects.requireNonNull(
        assertThat(task).failsWithin(LONG).withThrowableThat().actual().getCause());
  }
}
