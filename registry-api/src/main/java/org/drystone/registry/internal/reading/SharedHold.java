package org.drystone.registry.internal.reading;

import java.util.concurrent.atomic.AtomicBoolean;
import org.drystone.registry.Caller;
import org.drystone.registry.ClosedException;
import org.drystone.registry.Hold;
import org.drystone.registry.Label;
import org.drystone.registry.Ref;
import org.drystone.registry.internal.data.Data;
import org.drystone.registry.internal.entries.Version;

/** A share of the data of one version. */
final class SharedHold<T> implements Hold<T> {

  private final Data data;
  private final T value;
  private final Label label;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SharedHold(Data data, T value, Label label) {
    this.data = data;
    this.value = value;
    this.label = label;
  }

  static <T> Hold<T> of(Version version, Ref<T> ref, Caller reader, Label label) {
    version.share();
    SharedHold<T> hold = null;
    try {
      hold = new SharedHold<>(version, version.open(ref, reader), label);
      return hold;
    } finally {
      if (hold == null) {
        version.drop();
      }
    }
  }

  @Override
  public T value() {
    if (closed.get()) {
      throw new ClosedException(
          "The value cannot be taken from this hold", "it was closed", "Read or hold it again");
    }
    data.requireAvailable();
    return value;
  }

  @Override
  public Label label() {
    return label;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      data.drop();
    }
  }
}
