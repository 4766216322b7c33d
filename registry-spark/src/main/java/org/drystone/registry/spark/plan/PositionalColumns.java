package org.drystone.registry.spark.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.drystone.registry.spark.compat.SparkInternals;

/**
 * Columns named {@code c0, c1, ..} by position. Files are written with such names because those of
 * a DataFrame may repeat, or differ only by case.
 */
public final class PositionalColumns {

  private PositionalColumns() {}

  /** The plan with its columns named by position and without their metadata. */
  public static LogicalPlan of(LogicalPlan plan) {
    List<Alias> columns = new ArrayList<>();
    for (Attribute attribute : SparkInternals.output(plan)) {
      columns.add(
          SparkInternals.alias(
              attribute, name(columns.size()), NamedExpression.newExprId(), Metadata.empty()));
    }
    return SparkInternals.project(columns, plan);
  }

  /** The schema of the files: the types and nullability of that one, named by position. */
  public static StructType of(StructType schema) {
    StructField[] fields = schema.fields();
    StructField[] renamed = new StructField[fields.length];
    Arrays.setAll(
        renamed,
        i ->
            new StructField(name(i), fields[i].dataType(), fields[i].nullable(), Metadata.empty()));
    return new StructType(renamed);
  }

  /** Gives the columns of a plan that is named by position the names and metadata of a schema. */
  static Project restore(StructType schema, LogicalPlan plan) {
    List<Alias> columns = new ArrayList<>();
    for (Attribute attribute : SparkInternals.output(plan)) {
      StructField field = schema.fields()[columns.size()];
      columns.add(
          SparkInternals.alias(
              attribute, field.name(), NamedExpression.newExprId(), field.metadata()));
    }
    return SparkInternals.project(columns, plan);
  }

  private static String name(int position) {
    return "c" + position;
  }
}
