package org.drystone.proofs.races;

import org.drystone.registry.Hub;
import org.drystone.registry.Registry;
import org.drystone.registry.Versioned;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A value comes with its own label. */
@JCStressTest
@Outcome(id = "10, 1", expect = Expect.ACCEPTABLE, desc = "the first version")
@Outcome(id = "20, 2", expect = Expect.ACCEPTABLE, desc = "the second version")
@Outcome(expect = Expect.FORBIDDEN, desc = "the value of one with the label of the other")
@State
public class ValueAndLabelRace {

  private final Hub hub = Hub.create();
  private final Registry ada = Ada.in(hub);

  /** Begins with one version. */
  public ValueAndLabelRace() {
    ada.publish(Ada.KEY, 10);
  }

  /** Publishes the second. */
  @Actor
  public void publish() {
    ada.publish(Ada.KEY, 20);
  }

  /** Reads value and label at once. */
  @Actor
  public void read(II_Result result) {
    Versioned<Integer> read = ada.read(Ada.KEY);
    result.r1 = read.value();
    result.r2 = (int) read.label().version();
  }

  /** Hubs have threads, and there are a great many. */
  @Arbiter
  public void close() {
    hub.close();
  }
}
