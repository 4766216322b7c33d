package org.drystone.registry.internal.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.drystone.registry.Caller;
import org.drystone.registry.Fingerprints;
import org.drystone.registry.Label;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.spi.ValueAdapter;

/** Chooses the adapter of a value by the class of its root. */
public final class Adapters {

  private final List<ValueAdapter<?, ?>> engines;
  private final ValueAdapter<Object, Object> objects;

  /**
   * @param mutated told of the read that has found that version changed; never throws
   */
  public Adapters(
      List<ValueAdapter<?, ?>> engines,
      Map<Class<?>, String> trusted,
      Optional<Fingerprints> fingerprints,
      BiConsumer<Caller, Label> mutated) {
    this.engines = List.copyOf(engines);
    ImmutabilityChecker.Builder told = ImmutabilityChecker.builder();
    engines.forEach(engine -> told.voucher(engine.voucher()));
    trusted.forEach(told::trust);
    ImmutabilityChecker checker = told.build();
    this.objects =
        new ObjectAdapter(
            checker, fingerprints.map(settings -> new Fingerprinter(checker, settings, mutated)));
  }

  /** The first engine's adapter that takes such values, or the one for plain objects. */
  @SuppressWarnings("unchecked") // the value is an instance of the adapter's root type
  public ValueAdapter<Object, Object> of(Object value) {
    for (ValueAdapter<?, ?> engine : engines) {
      if (engine.rootType().isInstance(value)) {
        return (ValueAdapter<Object, Object>) engine;
      }
    }
    return objects;
  }
}
