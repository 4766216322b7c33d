package org.drystone.registry.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
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
  void countRead(Label label) {
    if (mutated.get() || (isDue() && fingerprinter.isChanged(value, published))) {
      throw mutated(label);
    }
  }

  private boolean isDue() {
    return reads.incrementAndGet() % fingerprinter.settings().every() == 0;
  }

  private MutatedException mutated(Label label) {
    MutatedException found = new MutatedException(label);
    if (mutated.compareAndSet(false, true)) {
      try {
        fingerprinter.settings().listener().accept(label);
      } catch (RuntimeException e) {
        found.addSuppressed(e);
      }
    }
    return found;
  }
}
