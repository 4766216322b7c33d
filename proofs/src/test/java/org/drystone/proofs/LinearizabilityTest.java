package org.drystone.proofs;

import org.drystone.registry.Hub;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever several threads do at once with the registry, for two users, could have been done by one
 * thread with the {@link Model}, one step after the other.
 *
 * <p>The threads really run; Lincheck's model checker, which chooses each step itself, does not get
 * through a commit in reasonable time.
 */
class LinearizabilityTest {

  @Test
  void holds_under_stress() {
    new StressOptions()
        .iterations(Effort.times(6))
        .invocationsPerIteration(200)
        .threads(2)
        .actorsPerThread(Steps.EACH)
        .actorsBefore(2)
        .actorsAfter(2)
        .minimizeFailedScenario(true)
        .sequentialSpecification(Sequential.class)
        .check(Real.class);
  }

  /** The registry, in which whoever looks at the time or commits may stumble. */
  public static final class Real extends Steps {

    private final RealRegistry registry;

    /** Called by Lincheck for each run of a scenario. */
    public Real() {
      this(new RealRegistry(stumbling()));
    }

    private Real(RealRegistry registry) {
      super(registry);
      this.registry = registry;
    }

    private static Hub stumbling() {
      Stumbling moments = new Stumbling();
      return Hub.builder().clock(moments).journal(moments).open();
    }

    /** Called after each run: hubs have threads, and there are a great many runs. */
    @Validate
    public void close() {
      registry.close();
    }
  }

  /** The model; Lincheck goes on from a state that it has seen before without doing it again. */
  public static final class Sequential extends Steps {

    private final Model model;

    /** Called by Lincheck. */
    public Sequential() {
      this(new Model());
    }

    private Sequential(Model model) {
      super(model);
      this.model = model;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Sequential that && model.equals(that.model);
    }

    @Override
    public int hashCode() {
      return model.hashCode();
    }
  }
}
