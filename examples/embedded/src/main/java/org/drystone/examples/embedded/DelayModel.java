package org.drystone.examples.embedded;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How late flights are. A record of immutable parts is immutable, so the registry takes it as it
 * is; with a {@code HashMap} in it, it would be refused.
 *
 * @param meanDelays of each carrier, in minutes
 * @param overall of all, for carriers that are not known
 */
public record DelayModel(Map<String, Double> meanDelays, double overall) {

  /** Copies the map: nobody else can change it then. */
  public DelayModel {
    meanDelays = Map.copyOf(meanDelays);
  }

  /** Learns from what was flown; with no flights at all, nothing is late. */
  public static DelayModel of(List<Flight> flights) {
    Map<String, Double> means =
        flights.stream()
            .collect(
                Collectors.groupingBy(Flight::carrier, Collectors.averagingInt(Flight::delay)));
    return new DelayModel(means, flights.stream().mapToInt(Flight::delay).average().orElse(0));
  }

  /** The delay to expect of a flight of that carrier, in minutes. */
  public double expected(String carrier) {
    return meanDelays.getOrDefault(carrier, overall);
  }
}
