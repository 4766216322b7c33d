package org.drystone.registry;

import java.time.Instant;
import java.util.Map;

/**
 * Figures of a whole hub, for its host; they tell of everything, whoever may see it.
 *
 * @param position the revision that the names and usages are of
 * @param time when they were taken
 * @param names how many names have a version
 * @param byOwner what each publisher keeps; unmodifiable
 * @param byNamespace what is kept in each namespace; unmodifiable
 * @param sessions how many sessions are open
 * @param claims how many names are claimed
 * @param freezing how many publications are at work
 */
public record Statistics(
    Position position,
    Instant time,
    long names,
    Map<Principal, Usage> byOwner,
    Map<Namespace, Usage> byNamespace,
    int sessions,
    int claims,
    int freezing) {

  /** Copies the maps. */
  public Statistics {
    byOwner = Map.copyOf(byOwner);
    byNamespace = Map.copyOf(byNamespace);
  }

  /** What is kept in all namespaces together. */
  public Usage total() {
    return byNamespace.values().stream().reduce(Usage.NONE, Usage::plus);
  }
}
