package org.drystone.registry.spark.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation$;
import org.apache.spark.sql.types.StructType;
import org.drystone.registry.spark.compat.SparkInternals;

/**
 * How the files of a snapshot are read: with the very schema of the DataFrame that was frozen, and
 * in its order.
 *
 * <p>All plans of one snapshot share one {@link HadoopFsRelation}: as long as any of them can be
 * reached, so can it.
 */
public final class FrozenPlan {

  /** The option by which a relation is recognised as a snapshot of the registry. */
  private static final String SNAPSHOT = "drystone.snapshot";

  private final LogicalRelation relation;
  private final StructType schema;
  private final Optional<RootSort> sort;

  private FrozenPlan(LogicalRelation relation, StructType schema, Optional<RootSort> sort) {
    this.relation = relation;
    this.schema = schema;
    this.sort = sort;
  }

  /**
   * A way to read files that were written from {@link PositionalColumns}.
   *
   * @param snapshot the id of the snapshot
   * @param files the files
   * @param original the plan that was frozen
   * @param schema its schema
   */
  public static FrozenPlan over(
      String snapshot, HadoopFsRelation files, LogicalPlan original, StructType schema) {
    // A reader's session must not turn a lost or broken file into missing rows.
    Map<String, String> options =
        Map.of(SNAPSHOT, snapshot, "ignoreMissingFiles", "false", "ignoreCorruptFiles", "false");
    HadoopFsRelation exact = SparkInternals.relation(files, PositionalColumns.of(schema), options);
    return new FrozenPlan(
        LogicalRelation$.MODULE$.apply(exact, false), schema, RootSort.of(original));
  }

  /**
   * A plan of its own for a reader. Its columns have new ids, as if the table were read anew, so
   * that it can be joined with another plan of the same snapshot; Spark still recognises that both
   * give the same rows.
   */
  public LogicalPlan fresh() {
    Project columns = PositionalColumns.restore(schema, relation.newInstance());
    return sort.<LogicalPlan>map(
            found -> SparkInternals.sort(found.over(SparkInternals.output(columns)), columns))
        .orElse(columns);
  }

  /** What the rows are sorted by, in SQL; empty if they have no order. */
  public Optional<String> sortedBy() {
    return sort.map(
        found ->
            found.over(SparkInternals.output(PositionalColumns.restore(schema, relation))).stream()
                .map(SortOrder::sql)
                .collect(Collectors.joining(", ")));
  }

  /** What has to stay reachable as long as the files are needed. */
  public HadoopFsRelation relation() {
    return (HadoopFsRelation) relation.relation();
  }

  /** The ids of the snapshots that a plan reads, each once. */
  public static List<String> snapshotsIn(LogicalPlan plan) {
    return Relations.of(plan).stream().flatMap(FrozenPlan::snapshot).distinct().toList();
  }

  /** The id of the snapshot that the relation reads, if it is one. */
  static Stream<String> snapshot(HadoopFsRelation relation) {
    scala.Option<String> id = relation.options().get(SNAPSHOT);
    return id.isDefined() ? Stream.of(id.get()) : Stream.empty();
  }
}
