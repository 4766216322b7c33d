package org.drystone.registry.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.drystone.registry.Caller;
import org.drystone.registry.Commit;
import org.drystone.registry.Deprecation;
import org.drystone.registry.Label;
import org.drystone.registry.LimitException;
import org.drystone.registry.VersionId;
import org.drystone.registry.spi.RegistryListener;

/** Counts what it hears. */
final class CountingListener implements RegistryListener {

  private final Counter commits;
  private final Counter deprecatedReads;
  private final Counter mutated;
  private final Counter refusals;

  CountingListener(MeterRegistry meters) {
    this.commits = counter(meters, "drystone.commits", "Commits that became visible");
    this.deprecatedReads =
        counter(meters, "drystone.reads.deprecated", "Reads of what should no longer be used");
    this.mutated =
        counter(meters, "drystone.versions.mutated", "Versions found changed after publication");
    this.refusals = counter(meters, "drystone.refusals", "Refusals because of a limit");
  }

  private static Counter counter(MeterRegistry meters, String name, String description) {
    return Counter.builder(name).description(description).register(meters);
  }

  @Override
  public void committed(Commit commit) {
    commits.increment();
  }

  @Override
  public void deprecatedRead(Caller reader, VersionId version, Deprecation deprecation) {
    deprecatedReads.increment();
  }

  @Override
  public void mutated(Caller reader, Label version) {
    mutated.increment();
  }

  @Override
  public void refused(Caller caller, LimitException refusal) {
    refusals.increment();
  }
}
