package org.drystone.registry.py4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.drystone.registry.CancelledException;
import org.drystone.registry.py4j.Interruption.Kind;
import org.junit.jupiter.api.Test;

/** Parts of commands that may be interrupted, one within another. */
class InterruptionTest {

  private final Interruption outer = new Interruption(null);
  private final Interruption inner = new Interruption(outer);

  @Test
  void an_interrupt_of_the_outer_one_outlives_the_inner_one() throws Exception {
    boolean interrupted =
        outer.permit(
            Kind.WORK,
            () -> {
              String ended =
                  inner.permit(
                      Kind.WORK,
                      () -> {
                        outer.interrupt();
                        return "ended";
                      });
              assertThat(ended).isEqualTo("ended");
              return Thread.currentThread().isInterrupted();
            });

    assertThat(interrupted).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void an_interrupt_of_the_inner_one_does_not_reach_the_outer_one() throws Exception {
    boolean interrupted =
        outer.permit(
            Kind.WORK,
            () -> {
              assertThatThrownBy(() -> inner.permit(Kind.WORK, this::waitInterrupted))
                  .isInstanceOf(CancelledException.class);
              return Thread.currentThread().isInterrupted();
            });

    assertThat(interrupted).isFalse();
  }

  private String waitInterrupted() throws InterruptedException {
    inner.interrupt();
    new CountDownLatch(1).await();
    return "never";
  }
}
