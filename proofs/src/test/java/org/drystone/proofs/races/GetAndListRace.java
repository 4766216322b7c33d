package org.drystone.proofs.races;

import org.drystone.registry.Hub;
import org.drystone.registry.Query;
import org.drystone.registry.Registry;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Who has read a name finds it in a list afterwards. */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "before the publication")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "published in between")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "after it")
@Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "time ran backwards")
@State
public class GetAndListRace {

  private final Hub hub = Hub.create();
  private final Registry ada = Ada.in(hub);

  /** Publishes. */
  @Actor
  public void publish() {
    ada.publish(Ada.KEY, 1);
  }

  /** Gets, then lists. */
  @Actor
  public void read(II_Result result) {
    result.r1 = ada.find(Ada.KEY).isPresent() ? 1 : 0;
    result.r2 = ada.list(Query.all()).labels().size();
  }

  /** Hubs have threads, and there are a great many. */
  @Arbiter
  public void close() {
    hub.close();
  }
}
