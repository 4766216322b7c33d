package org.drystone.registry.internal;

import java.util.List;
import org.drystone.registry.immutability.HandleVoucher;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.spi.ValueAdapter;

/** Chooses the adapter of a value by the class of its root. */
final class Adapters {

  private final List<ValueAdapter<?, ?>> engines;
  private final ValueAdapter<Object, Object> objects;

  Adapters(List<ValueAdapter<?, ?>> engines) {
    this.engines = List.copyOf(engines);
    List<HandleVoucher> vouchers =
        engines.stream().<HandleVoucher>map(ValueAdapter::voucher).toList();
    this.objects = new ObjectAdapter(new ImmutabilityChecker(vouchers));
  }

  /** The first engine's adapter that takes such values, or the one for plain objects. */
  @SuppressWarnings("unchecked") // the value is an instance of the adapter's root type
  ValueAdapter<Object, Object> of(Object value) {
    for (ValueAdapter<?, ?> engine : engines) {
      if (engine.rootType().isInstance(value)) {
        return (ValueAdapter<Object, Object>) engine;
      }
    }
    return objects;
  }
}
