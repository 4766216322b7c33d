package org.drystone.registry.spark.cache;

import java.util.function.Predicate;
import org.apache.spark.sql.catalyst.analysis.EliminateSubqueryAliases;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.classic.SparkSession;

/** A temporary view, as it is found in plans. */
record TemporaryView(String name, boolean caseSensitive) {

  /** The view that has this name in that session. */
  static TemporaryView in(SparkSession session, String name) {
    return new TemporaryView(name, session.sessionState().conf().caseSensitiveAnalysis());
  }

  /** Plans that are the view alone, or with {@code cascade}, every plan that reads it. */
  Predicate<LogicalPlan> match(boolean cascade) {
    return cascade
        ? plan -> plan.exists(this::isAt)
        : plan -> isAt(EliminateSubqueryAliases.apply(plan));
  }

  private boolean isAt(LogicalPlan node) {
    return node instanceof View view
        && view.desc().identifier().nameParts().length() == 1
        && isSame(view.desc().identifier().table());
  }

  private boolean isSame(String other) {
    return caseSensitive ? name.equals(other) : name.equalsIgnoreCase(other);
  }
}
