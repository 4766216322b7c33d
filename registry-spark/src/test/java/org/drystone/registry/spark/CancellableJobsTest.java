package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.drystone.registry.CancelledException;
import org.drystone.registry.Name;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work with Spark jobs ends in one of two ways: with its result, or stopped and without one. */
class CancellableJobsTest {

  private final CancellableJobs jobs =
      new CancellableJobs(
          TestSpark.host().sparkContext(), new PlainPublication(Name.parse("ada/t")));

  @AfterEach
  void forgetInterrupt() {
    Thread.interrupted();
  }

  @Test
  void an_interrupt_before_the_result_stops_the_work() {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () ->
                jobs.run(
                    () -> {
                      try {
                        TestSpark.await("the stop is seen", () -> stopIsSeen(seen));
                        return "result";
                      } finally {
                        ended.countDown();
                      }
                    }))
        .isInstanceOf(InterruptedException.class);
    assertThat(seen.get()).isInstanceOf(CancellationException.class);
    assertThat(ended.getCount()).as("the work has ended").isZero();
  }

  @Test
  void an_interrupt_after_the_result_changes_nothing_and_is_kept() throws Exception {
    Thread caller = Thread.currentThread();

    String result =
        jobs.run(
            () -> {
              jobs.finish();
              caller.interrupt();
              return "result";
            });

    assertThat(result).isEqualTo("result");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void what_the_work_throws_is_told() {
    assertThatThrownBy(
            () ->
                jobs.run(
                    () -> {
                      throw new IllegalStateException("bad");
                    }))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("bad");
  }

  @Test
  void work_that_hangs_outside_of_spark_does_not_hold_up_who_cancels() {
    CountDownLatch hanging = new CountDownLatch(1);
    CancellableJobs cancelled =
        new CancellableJobs(
            TestSpark.host().sparkContext(), new CancelledPublication(), Duration.ofMillis(200));
    try {
      assertThatThrownBy(
              () ->
                  cancelled.run(
                      () -> {
                        hanging.await();
                        return "result";
                      }))
          .isInstanceOf(CancelledException.class);
      assertThat(hanging.getCount()).as("the work hangs still").isOne();
    } finally {
      hanging.countDown();
    }
  }

  private boolean stopIsSeen(AtomicReference<Throwable> seen) {
    try {
      jobs.check();
      return false;
    } catch (CancellationException e) {
      seen.set(e);
      return true;
    }
  }
}
