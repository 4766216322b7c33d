package org.drystone.examples.embedded;

import org.drystone.registry.Registry;
import org.drystone.registry.Versioned;

/**
 * Answers with the model that is released. It asks the registry each time, which costs less than
 * any cache of its own would, and never answers with half of one model and half of another.
 */
public final class Predictor {

  private final Registry registry;

  Predictor(Registry registry) {
    this.registry = registry;
  }

  /**
   * What to expect.
   *
   * @param minutes of delay
   * @param model the version that says so
   */
  public record Prediction(double minutes, long model) {}

  /**
   * How late a flight of that carrier will be.
   *
   * @throws org.drystone.registry.NotFoundException if no model is released
   */
  public Prediction predict(String carrier) {
    Versioned<DelayModel> released = registry.read(Shared.RELEASED);
    return new Prediction(released.value().expected(carrier), released.label().version());
  }
}
