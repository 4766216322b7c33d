package org.drystone.registry.internal.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.drystone.registry.LastRead;
import org.drystone.registry.Principal;
import org.junit.jupiter.api.Test;

class ReadershipTest {

  private static final Principal ADA = Principal.user("ada");

  private final Readership readership = new Readership();

  @Test
  void the_clock_is_looked_at_once_a_tick() {
    note(ADA, 1);
    readership.note(new Reading(ADA, 1), at(5));
    assertThat(readership.last()).containsExactly(new LastRead(ADA, time(1)));

    note(ADA, 2);
    assertThat(readership.last()).containsExactly(new LastRead(ADA, time(2)));
  }

  @Test
  void the_longest_ago_makes_room() {
    for (int tick = 1; tick <= Readership.MOST + 2; tick++) {
      note(user(tick), tick);
    }

    assertThat(readership.last())
        .extracting(read -> read.user().name())
        .containsExactly("u10", "u9", "u8", "u7", "u6", "u5", "u4", "u3");
  }

  @Test
  void who_reads_in_a_full_tick_does_not_push_out_its_other_readers() {
    for (int i = 1; i <= Readership.MOST; i++) {
      note(user(i), 1);
    }
    note(ADA, 1);
    assertThat(readership.last()).hasSize(Readership.MOST).noneMatch(r -> r.user().equals(ADA));

    note(ADA, 2);
    assertThat(readership.last()).hasSize(Readership.MOST).anyMatch(r -> r.user().equals(ADA));
  }

  @Test
  void nobody_is_there_twice_however_many_threads_read() throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Principal user = user(i % 4);
      Thread thread =
          new Thread(
              () -> {
                awaitOrFail(start);
                for (int tick = 1; tick <= 10_000; tick++) {
                  note(user, tick);
                }
              });
      thread.start();
      threads.add(thread);
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(readership.last()).extracting(LastRead::user).doesNotHaveDuplicates().hasSize(4);
  }

  private void note(Principal user, long tick) {
    readership.note(new Reading(user, tick), at(tick));
  }

  private static void awaitOrFail(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Principal user(int number) {
    return Principal.user("u" + number);
  }

  private static Clock at(long tick) {
    return Clock.fixed(time(tick), ZoneOffset.UTC);
  }

  private static Instant time(long tick) {
    return Instant.ofEpochSecond(tick);
  }
}
