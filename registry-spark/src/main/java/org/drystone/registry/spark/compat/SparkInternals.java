package org.drystone.registry.spark.compat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.analysis.Analyzer;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * The internals of Spark that this module uses and that are called differently in 3.5 and 4.x, or
 * on Scala 2.12 and 2.13. Everything else is compiled against directly.
 */
public final class SparkInternals {

  private static final Object DATASETS = Reflection.module(datasetModule());
  private static final Method OF_ROWS =
      Reflection.method(
          DATASETS.getClass(),
          "ofRows",
          ofRows ->
              ofRows.getParameterCount() == 2
                  && ofRows.getParameterTypes()[1] == LogicalPlan.class);
  private static final Constructor<Project> PROJECT = Reflection.constructor(Project.class, 2);
  private static final Constructor<Alias> ALIAS = Reflection.constructor(Alias.class, 6);
  private static final Constructor<Sort> SORT =
      Reflection.constructor(Sort.class, Sort.class.getConstructors()[0].getParameterCount());
  private static final Constructor<HadoopFsRelation> RELATION =
      Reflection.constructor(HadoopFsRelation.class, 7);

  private SparkInternals() {}

  /** The plan as a Dataset of that session. */
  @SuppressWarnings("unchecked") // ofRows gives rows
  public static Dataset<Row> dataset(SparkSession session, LogicalPlan plan) {
    return (Dataset<Row>) Reflection.invoke(OF_ROWS, DATASETS, session, plan);
  }

  /** A session with the settings, functions and artifacts of that one, and its own from now on. */
  public static SparkSession cloneOf(SparkSession session) {
    return (SparkSession) Reflection.call(session, "cloneSession");
  }

  /** The extensions that sessions made from that one will have. */
  public static SparkSessionExtensions extensions(SparkSession session) {
    return (SparkSessionExtensions) Reflection.call(session, "extensions");
  }

  /** The attributes that a plan gives. */
  public static List<Attribute> output(LogicalPlan plan) {
    return ScalaCollections.toJava(Reflection.call(plan, "output"));
  }

  /** The plans inside of a plan's expressions, at any depth. */
  public static List<LogicalPlan> subqueries(LogicalPlan plan) {
    return ScalaCollections.toJava(Reflection.call(plan, "subqueriesAll"));
  }

  /** The expressions of a projection. */
  public static List<NamedExpression> projectList(Project project) {
    return ScalaCollections.toJava(Reflection.call(project, "projectList"));
  }

  /** What a sort goes by. */
  public static List<SortOrder> order(Sort sort) {
    return ScalaCollections.toJava(Reflection.call(sort, "order"));
  }

  /** A projection. */
  public static Project project(List<? extends NamedExpression> columns, LogicalPlan child) {
    return Reflection.create(PROJECT, ScalaCollections.toScala(columns), child);
  }

  /** An expression under a name, with exactly that metadata. */
  public static Alias alias(Expression child, String name, ExprId id, Metadata metadata) {
    var none = ScalaCollections.toScala(List.of());
    return Reflection.create(ALIAS, child, name, id, none, Option.apply(metadata), none);
  }

  /** A total sort. */
  public static Sort sort(List<SortOrder> order, LogicalPlan child) {
    List<Object> arguments = new ArrayList<>(List.of(ScalaCollections.toScala(order), true, child));
    while (arguments.size() < SORT.getParameterCount()) {
      arguments.add(Option.empty()); // a hint, from Spark 4 on
    }
    return Reflection.create(SORT, arguments.toArray());
  }

  /** The files of a relation, read with exactly that schema and those options. */
  public static HadoopFsRelation relation(
      HadoopFsRelation files, StructType schema, Map<String, String> options) {
    return Reflection.create(
        RELATION,
        files.location(),
        new StructType(),
        schema,
        Option.empty(),
        files.fileFormat(),
        ScalaCollections.toScala(options),
        Reflection.call(files, "sparkSession"));
  }

  /** The files that a file index knows, with length and time as it saw them. */
  public static List<FileStatus> files(PartitioningAwareFileIndex index) {
    return ScalaCollections.toJava(Reflection.call(index, "allFiles"));
  }

  /**
   * Adds a rule to the analyzer of a session that exists already; does nothing if one of the same
   * class is there.
   */
  public static void addResolutionRule(SparkSession session, Rule<LogicalPlan> rule) {
    Analyzer analyzer = session.sessionState().analyzer();
    List<Rule<LogicalPlan>> rules =
        ScalaCollections.toJava(Reflection.call(analyzer, "extendedResolutionRules"));
    if (rules.stream().noneMatch(present -> present.getClass() == rule.getClass())) {
      rules.add(rule);
      Reflection.set(analyzer, "extendedResolutionRules", ScalaCollections.toScala(rules));
    }
  }

  private static Class<?> datasetModule() {
    try {
      return Class.forName("org.apache.spark.sql.classic.Dataset$");
    } catch (ClassNotFoundException e) {
      return datasetModuleBefore4();
    }
  }

  private static Class<?> datasetModuleBefore4() {
    try {
      return Class.forName("org.apache.spark.sql.Dataset$");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("Spark SQL is not on the class path", e);
    }
  }
}
