package org.drystone.proofs.races;

import org.drystone.registry.Caller;
import org.drystone.registry.Hub;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Who takes a right away and then publishes a secret has kept it. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "before the right was taken")
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "after it")
@Outcome(id = "2", expect = Expect.FORBIDDEN, desc = "the secret leaked")
@State
public class RevokedRace {

  private final Hub hub = Hub.create();
  private final Registry ada = Ada.in(hub);
  private final Registry grace = hub.as(Caller.of(Ada.GRACE));

  /** Begins with a version that is shared. */
  public RevokedRace() {
    ada.publish(Ada.KEY, 1);
    ada.access().grant(Ada.KEY.name(), Ada.GRACE, Right.READ);
  }

  /** Takes the right away, then publishes the secret. */
  @Actor
  public void publish() {
    ada.access().revoke(Ada.KEY.name(), Ada.GRACE);
    ada.publish(Ada.KEY, 2);
  }

  /** Looks. */
  @Actor
  public void read(I_Result result) {
    result.r1 = grace.find(Ada.KEY).orElse(0);
  }

  /** Hubs have threads, and there are a great many. */
  @Arbiter
  public void close() {
    hub.close();
  }
}
