package org.drystone.registry.internal.data;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.drystone.registry.Caller;
import org.drystone.registry.Label;
import org.drystone.registry.MutatedException;
import org.drystone.registry.immutability.Fingerprint;

/** A plain object as it is stored where its fingerprint was taken. */
final class WatchedValue {

  private final Object value;
  private final Fingerprint published;
  private final Fingerprinter fingerprinter;
  private final AtomicLong reads = new AtomicLong();
  private final AtomicBoolean mutated = new AtomicBoolean();

  WatchedValue(Object value, Fingerprint published, Fingerprinter fingerprinter) {
    this.value = value;
    this.published = published;
    this.fingerprinter = fingerprinter;
  }

  Object value() {
    return value;
  }

  /**
   * Counts a read, and compares if it is one of those.
   *
   * @throws MutatedException if the object was changed, now or when it was compared before
   */
  void countRead(Label label, Caller reader) {
    if (mutated.get() || (isDue() && fingerprinter.isChanged(value, published))) {
      throw mutated(label, reader);
    }
  }

  private boolean isDue() {
    return reads.incrementAndGet() % fingerprinter.every() == 0;
  }

  private MutatedException mutated(Label label, Caller reader) {
    if (mutated.compareAndSet(false, true)) {
      fingerprinter.report(label, reader);
    }
    return new MutatedException(label);
  }
}
