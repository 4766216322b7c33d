package org.drystone.registry.spark.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.drystone.registry.spark.compat.SparkInternals;
import scala.runtime.BoxedUnit;

/** Finds what a plan reads. */
final class Relations {

  private Relations() {}

  /** The relations over files that a plan reads, its subqueries included; may repeat. */
  static List<HadoopFsRelation> of(LogicalPlan plan) {
    List<HadoopFsRelation> found = new ArrayList<>();
    collect(plan, found);
    SparkInternals.subqueries(plan).forEach(subquery -> collect(subquery, found));
    return found;
  }

  private static void collect(LogicalPlan plan, List<HadoopFsRelation> found) {
    plan.foreach(
        node -> {
          if (node instanceof LogicalRelation leaf
              && leaf.relation() instanceof HadoopFsRelation relation) {
            found.add(relation);
          }
          return BoxedUnit.UNIT;
        });
  }
}
