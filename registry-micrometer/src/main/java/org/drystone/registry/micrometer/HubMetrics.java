package org.drystone.registry.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.drystone.registry.ClosedException;
import org.drystone.registry.Hub;
import org.drystone.registry.Statistics;
import org.drystone.registry.spi.RegistryListener;

/**
 * What a hub holds and does, as meters whose names begin with {@code drystone.}.
 *
 * <pre>{@code
 * Hub hub = Hub.builder().listener(HubMetrics.counting(meters)).open();
 * HubMetrics.of(hub).bindTo(meters);
 * }</pre>
 */
public final class HubMetrics implements MeterBinder {

  private final Hub hub;

  private HubMetrics(Hub hub) {
    this.hub = hub;
  }

  /**
   * Gauges of what the hub holds now: names, versions, bytes (as far as adapters tell them),
   * sessions, claims, and publications at work. They do not keep the hub alive; once it is closed
   * they have no value ({@code NaN}).
   */
  public static HubMetrics of(Hub hub) {
    return new HubMetrics(hub);
  }

  /** A listener that counts commits, refusals, and reads of what should not be read any longer. */
  public static RegistryListener counting(MeterRegistry meters) {
    return new CountingListener(meters);
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    gauge(meters, "drystone.names", "Names with a version", Statistics::names);
    gauge(meters, "drystone.versions", "Versions kept", now -> now.total().versions());
    Gauge.builder("drystone.bytes", hub, open -> read(open, now -> now.total().bytes()))
        .description("Stored bytes of the versions kept, as far as known")
        .baseUnit("bytes")
        .register(meters);
    gauge(meters, "drystone.sessions", "Open sessions", Statistics::sessions);
    gauge(meters, "drystone.claims", "Names that are claimed", Statistics::claims);
    gauge(meters, "drystone.publications", "Publications at work", Statistics::freezing);
  }

  private void gauge(
      MeterRegistry meters, String name, String description, ToDoubleFunction<Statistics> figure) {
    Gauge.builder(name, hub, open -> read(open, figure)).description(description).register(meters);
  }

  private static double read(Hub hub, ToDoubleFunction<Statistics> figure) {
    try {
      return figure.applyAsDouble(hub.statistics());
    } catch (ClosedException e) {
      return Double.NaN;
    }
  }
}
