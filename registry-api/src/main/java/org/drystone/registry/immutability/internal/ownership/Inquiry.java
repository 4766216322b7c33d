package org.drystone.registry.immutability.internal.ownership;

import java.util.HashSet;
import java.util.Set;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.drystone.registry.immutability.internal.flow.MethodFlow;

/** What all parts of one proof about the contents of a field share. */
final class Inquiry {

  /** How far it goes. */
  enum Reach {
    /** What a method is given is followed to all who call it. */
    CALLERS,
    /** What a method is given is not new. */
    METHOD
  }

  /** Beyond, the proof would cost more than it is worth. */
  private static final int MOST_STEPS = 5_000;

  /** How many helpers, views and constants may lie between a field and what is stored in it. */
  private static final int DEPTH = 12;

  private final Set<Object> underway = new HashSet<>();
  private final Reach reach;
  private int steps;

  Inquiry(Reach reach) {
    this.reach = reach;
  }

  boolean followsCallers() {
    return reach == Reach.CALLERS;
  }

  /**
   * Counts a step.
   *
   * @throws UnprovableException if there were too many
   */
  void step(MethodFlow flow, int depth) {
    if (++steps > MOST_STEPS || depth > DEPTH) {
      throw new UnprovableException(flow.owner(), flow.method());
    }
  }

  /** Whether nobody asks about that helper or field already. */
  boolean begin(Object subject) {
    return underway.add(subject);
  }

  void end(Object subject) {
    underway.remove(subject);
  }
}
