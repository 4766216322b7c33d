package org.drystone.examples.embedded;

import java.util.List;
import org.drystone.registry.Label;
import org.drystone.registry.Registry;
import org.drystone.registry.Versioned;

/** Makes models of what was flown. */
public final class Trainer {

  private final Registry registry;

  Trainer(Registry registry) {
    this.registry = registry;
  }

  /**
   * Trains with the latest flights and publishes what came of it. If that is the model that was
   * there before, there is no new version, and the label is that of the old one.
   */
  public Label train() {
    Versioned<List<Flight>> flights = registry.read(Shared.FLIGHTS);
    return registry.publish(
        Shared.MODEL,
        DelayModel.of(flights.value()),
        with ->
            with.onlyIfChanged()
                .alias(Shared.CANDIDATE)
                .derivedFrom(flights.label().id())
                .describedAs("mean delay of " + flights.value().size() + " flights"));
  }
}
