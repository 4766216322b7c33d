package org.drystone.registry.testkit.contract;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.drystone.registry.Caller;
import org.drystone.registry.VersionId;
import org.drystone.registry.immutability.HandleVoucher;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.AdmissionContext;
import org.drystone.registry.spi.ValueAdapter;

/** Another adapter, and how often each thing that it froze was released. */
final class CountedAdapter<T, S> implements ValueAdapter<T, CountedAdapter.Counted<S>> {

  record Counted<S>(S stored, AtomicInteger releases) {}

  private final ValueAdapter<T, S> adapter;
  private final Collection<AtomicInteger> releases = new ConcurrentLinkedQueue<>();

  CountedAdapter(ValueAdapter<T, S> adapter) {
    this.adapter = adapter;
  }

  /** The releases of each thing that was frozen. */
  Collection<AtomicInteger> releases() {
    return releases;
  }

  @Override
  public Class<T> rootType() {
    return adapter.rootType();
  }

  @Override
  public Admission<Counted<S>> admit(T value, AdmissionContext context)
      throws InterruptedException {
    Admission<S> admission = adapter.admit(value, context);
    AtomicInteger count = new AtomicInteger();
    releases.add(count);
    return new Admission<>(
        new Counted<>(admission.stored(), count),
        admission.type(),
        admission.guarantee(),
        admission.evidence(),
        admission.details(),
        admission.parents(),
        admission.columns(),
        admission.bytes(),
        admission.needs(),
        admission.contentId());
  }

  @Override
  public T open(Counted<S> stored, VersionId version, Caller reader) {
    return adapter.open(stored.stored(), version, reader);
  }

  @Override
  public void release(Counted<S> stored) {
    stored.releases().incrementAndGet();
    adapter.release(stored.stored());
  }

  @Override
  public Optional<Exported> export(Counted<S> stored) {
    return adapter.export(stored.stored());
  }

  @Override
  public HandleVoucher voucher() {
    return adapter.voucher();
  }
}
