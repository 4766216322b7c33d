package org.drystone.proofs;

import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Whatever several threads do at once with the registry could have been done by one thread with the
 * {@link Model}, one step after the other.
 *
 * <p>The threads really run; Lincheck's model checker, which chooses each step itself, does not get
 * through a commit in reasonable time.
 */
class LinearizabilityTest {

  /** How many steps each thread makes. */
  static final int STEPS = 3;

  @Test
  void holds_of_all_that_two_users_do() {
    options(6).sequentialSpecification(Everyday.class).check(RealEveryday.class);
  }

  @Test
  void holds_of_conditions_that_meet() {
    options(6).sequentialSpecification(Conditions.class).check(RealConditions.class);
  }

  private static StressOptions options(int scenarios) {
    return new StressOptions()
        .iterations(Effort.times(scenarios))
        .invocationsPerIteration(200)
        .threads(2)
        .actorsPerThread(STEPS)
        .actorsBefore(2)
        .actorsAfter(2)
        .minimizeFailedScenario(true);
  }

  /** Made by Lincheck for each run of a scenario. */
  public static final class RealEveryday extends EverydaySteps {
    public RealEveryday() {
      super(RealRegistry.stumbling());
    }
  }

  /** What it should do. */
  public static final class Everyday extends EverydaySteps {
    public Everyday() {
      super(new Model());
    }
  }

  /** Made by Lincheck for each run of a scenario. */
  public static final class RealConditions extends ConditionSteps {
    public RealConditions() {
      super(RealRegistry.stumbling());
    }
  }

  /** What it should do. */
  public static final class Conditions extends ConditionSteps {
    public Conditions() {
      super(new Model());
    }
  }
}
