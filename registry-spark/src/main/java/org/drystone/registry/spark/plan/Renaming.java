package org.drystone.registry.spark.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.drystone.registry.spark.compat.SparkInternals;

/** Puts the plan of a snapshot in the place of another plan with the same columns. */
public final class Renaming {

  private Renaming() {}

  /**
   * A plan that {@link FrozenPlan#fresh} made, its columns under the ids by which others refer to
   * those of the replaced plan. It keeps its form, by which Spark recognises it in the cache.
   */
  public static LogicalPlan withIdsOf(List<Attribute> replaced, LogicalPlan fresh) {
    if (fresh instanceof Sort sort) {
      LogicalPlan columns = withIdsOf(replaced, sort.child());
      RootSort order = new RootSort(SparkInternals.order(sort), SparkInternals.output(sort));
      return SparkInternals.sort(order.over(SparkInternals.output(columns)), columns);
    }
    Project project = (Project) fresh;
    List<Alias> columns = new ArrayList<>();
    for (NamedExpression expression : SparkInternals.projectList(project)) {
      columns.add(((Alias) expression).withExprId(replaced.get(columns.size()).exprId()));
    }
    return SparkInternals.project(columns, project.child());
  }
}
