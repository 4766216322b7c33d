package org.drystone.proofs.races;

import org.drystone.registry.ConflictException;
import org.drystone.registry.Hub;
import org.drystone.registry.Label;
import org.drystone.registry.Registry;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Of two who replace the same version, one wins and the other is told. */
@JCStressTest
@Outcome(id = "1, 0, 2", expect = Expect.ACCEPTABLE, desc = "the first won")
@Outcome(id = "0, 1, 2", expect = Expect.ACCEPTABLE, desc = "the second won")
@Outcome(expect = Expect.FORBIDDEN, desc = "an update was lost, or a version too many")
@State
public class CompareAndSetRace {

  private final Hub hub = Hub.create();
  private final Registry ada = Ada.in(hub);
  private final Label first = ada.publish(Ada.KEY, 0);

  private int replace(int value) {
    try {
      ada.publish(Ada.KEY, value, with -> with.replacing(first));
      return 1;
    } catch (ConflictException e) {
      return 0;
    }
  }

  /** Replaces it. */
  @Actor
  public void one(III_Result result) {
    result.r1 = replace(1);
  }

  /** Replaces it, too. */
  @Actor
  public void other(III_Result result) {
    result.r2 = replace(2);
  }

  /** Counts the versions; hubs have threads, and there are a great many. */
  @Arbiter
  public void countAndClose(III_Result result) {
    result.r3 = ada.versions(Ada.KEY.name()).size();
    hub.close();
  }
}
