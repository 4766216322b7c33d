package org.drystone.registry.spark.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.expressions.UserDefinedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.GlobalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.drystone.registry.spark.compat.Rewrite;
import org.drystone.registry.spark.compat.ScalaCollections;
import org.drystone.registry.spark.compat.SparkInternals;

/**
 * The total order in which a plan gives its rows, if it has one. A reader of files gets the rows of
 * several files in any order, so the sort is applied again.
 *
 * @param order what the rows are sorted by, in terms of the columns
 * @param columns the columns of the plan
 */
record RootSort(List<SortOrder> order, List<Attribute> columns) {

  /**
   * The sort at the root of a plan, below nodes that keep the order; empty if there is none, or if
   * it goes by something that is not among the columns, is random, or is computed by a user's
   * function, which every reader would run again.
   */
  static Optional<RootSort> of(LogicalPlan root) {
    List<Attribute> columns = SparkInternals.output(root);
    Map<ExprId, Attribute> meaning = new HashMap<>();
    columns.forEach(column -> meaning.put(column.exprId(), column));
    LogicalPlan plan = root;
    while (true) {
      if (plan instanceof Sort sort) {
        return sort.global() ? overColumns(sort, meaning, columns) : Optional.empty();
      } else if (plan instanceof Project project) {
        throughProject(project, meaning);
        plan = project.child();
      } else if (plan instanceof SubqueryAlias alias) {
        plan = alias.child();
      } else if (plan instanceof Filter filter) {
        plan = filter.child();
      } else if (plan instanceof GlobalLimit limit) {
        plan = limit.child();
      } else if (plan instanceof LocalLimit limit) {
        plan = limit.child();
      } else {
        return Optional.empty();
      }
    }
  }

  /** The same order of other columns, which stand at the same positions. */
  List<SortOrder> over(List<Attribute> others) {
    Map<ExprId, Attribute> positions = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      positions.put(columns.get(i).exprId(), others.get(i));
    }
    return order.stream().map(key -> rewritten(key, positions)).toList();
  }

  /** Learns which column an attribute below the projection becomes. */
  private static void throughProject(Project project, Map<ExprId, Attribute> meaning) {
    for (NamedExpression expression : SparkInternals.projectList(project)) {
      Attribute column = meaning.get(expression.exprId());
      if (column != null && expression instanceof Alias alias) {
        if (alias.child() instanceof AttributeReference source) {
          meaning.putIfAbsent(source.exprId(), column);
        }
      }
    }
  }

  private static Optional<RootSort> overColumns(
      Sort sort, Map<ExprId, Attribute> meaning, List<Attribute> columns) {
    List<SortOrder> keys = new ArrayList<>();
    for (SortOrder key : SparkInternals.order(sort)) {
      if (!repeatable(key) || !references(key).stream().allMatch(meaning::containsKey)) {
        return Optional.empty();
      }
      keys.add(rewritten(key, meaning));
    }
    return Optional.of(new RootSort(keys, columns));
  }

  /** Whether a reader may compute the key again: it comes out the same, and runs no user's code. */
  private static boolean repeatable(SortOrder key) {
    return key.deterministic() && !key.exists(node -> node instanceof UserDefinedExpression);
  }

  private static List<ExprId> references(Expression expression) {
    return ScalaCollections.<Attribute>toJava(expression.references()).stream()
        .map(Attribute::exprId)
        .toList();
  }

  private static SortOrder rewritten(SortOrder key, Map<ExprId, Attribute> meaning) {
    return (SortOrder)
        key.transform(
            Rewrite.<Expression>by(
                node ->
                    node instanceof AttributeReference reference
                        ? Optional.ofNullable(meaning.get(reference.exprId()))
                        : Optional.empty()));
  }
}
