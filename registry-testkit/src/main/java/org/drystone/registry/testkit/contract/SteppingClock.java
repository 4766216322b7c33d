package org.drystone.registry.testkit.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that goes on only when it is told to. */
final class SteppingClock extends Clock {

  static final Duration STEP = Duration.ofMinutes(1);

  private volatile Instant now;

  SteppingClock(Instant start) {
    now = start;
  }

  void step() {
    step(STEP);
  }

  synchronized void step(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
