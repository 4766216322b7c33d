package org.drystone.proofs;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.drystone.registry.Commit;
import org.drystone.registry.spi.Journal;

/**
 * A clock and a journal that often keep who asks them for a moment. The core asks the clock between
 * its first look and the commit, the journal between the last check and the change: where others
 * get in between if they can.
 */
final class Stumbling extends Clock implements Journal {

  private static final long LONGEST_NANOS = 100_000;

  @Override
  public Instant instant() {
    stumble();
    return Instant.now();
  }

  @Override
  public void append(Commit commit) {
    stumble();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  private static void stumble() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    if (random.nextBoolean()) {
      LockSupport.parkNanos(random.nextLong(LONGEST_NANOS));
    }
  }
}
