package org.drystone.registry.spark.cache;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** Who needs which cached plan. Plans are normalized; equal ones are one. */
final class CacheShares {

  private record Share(LogicalPlan plan, Set<CacheOwner> owners) {}

  private final List<Share> shares = new ArrayList<>();

  /** That owner needs the plan from now on. */
  synchronized void take(CacheOwner owner, LogicalPlan plan) {
    shares.stream()
        .filter(share -> share.plan.sameResult(plan))
        .findFirst()
        .orElseGet(() -> add(plan))
        .owners
        .add(owner);
  }

  /** That owner needs the plan no more; tells whether another one does. */
  synchronized boolean giveUp(CacheOwner owner, LogicalPlan plan) {
    for (Share share : shares) {
      if (share.plan.sameResult(plan)) {
        share.owners.remove(owner);
      }
    }
    shares.removeIf(share -> share.owners.isEmpty());
    return isNeeded(plan::sameResult);
  }

  /** Whether anyone needs a plan like that. */
  synchronized boolean isNeeded(Predicate<LogicalPlan> which) {
    return shares.stream().anyMatch(share -> which.test(share.plan));
  }

  /** The plans like that which this owner needs. */
  synchronized List<LogicalPlan> of(CacheOwner owner, Predicate<LogicalPlan> which) {
    return shares.stream()
        .filter(share -> share.owners.contains(owner) && which.test(share.plan))
        .map(Share::plan)
        .toList();
  }

  private Share add(LogicalPlan plan) {
    Share share = new Share(plan, Collections.newSetFromMap(new IdentityHashMap<>()));
    shares.add(share);
    return share;
  }
}
