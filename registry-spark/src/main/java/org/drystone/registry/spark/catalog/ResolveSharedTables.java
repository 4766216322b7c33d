package org.drystone.registry.spark.catalog;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.drystone.registry.spark.compat.Rewrite;
import org.drystone.registry.spark.compat.SparkInternals;
import org.drystone.registry.spark.plan.Renaming;

/**
 * Replaces a table of the catalog by the plan of its snapshot, so that a query by name is the same
 * plan as one through the registry: with pushdown, and served from the same cache.
 */
final class ResolveSharedTables extends Rule<LogicalPlan> {

  private final SparkSession session;

  ResolveSharedTables(SparkSession session) {
    this.session = session;
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    return plan.resolveOperatorsUp(Rewrite.by(this::snapshot));
  }

  private Optional<LogicalPlan> snapshot(LogicalPlan node) {
    if (node instanceof DataSourceV2Relation relation
        && relation.table() instanceof SharedTable table) {
      LogicalPlan rows = table.open(session).queryExecution().analyzed();
      return Optional.of(Renaming.withIdsOf(SparkInternals.output(relation), rows));
    }
    return Optional.empty();
  }
}
