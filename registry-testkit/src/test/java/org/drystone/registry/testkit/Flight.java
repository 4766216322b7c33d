package org.drystone.registry.testkit;

import java.util.Date;
import java.util.List;

/** A value class as users write them, with a weak spot. */
record Flight(String carrier, List<Stop> stops) {

  /** A final field, but a Date can be set. */
  record Stop(String airport, Date at) {}

  static Flight withDates() {
    return new Flight("UA", List.of(new Stop("EWR", new Date(0)), new Stop("IAH", new Date(1))));
  }

  static Flight withoutDates() {
    return new Flight("UA", List.of());
  }
}
