package org.drystone.registry.spark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.spark.compat.SparkInternals;
import org.drystone.registry.spark.plan.FrozenPlan;
import org.drystone.registry.spark.plan.PositionalColumns;
import org.drystone.registry.spark.plan.SourceFiles;

/** Writes the rows of a DataFrame into a snapshot and makes them readable again. */
final class Freezer {

  /** A frozen table with what its label tells. */
  record Frozen(FrozenTable table, Map<String, String> details, long bytes) {}

  /**
   * The settings that decide what a Parquet file holds. Spark reads some of them only from the
   * session, where a publisher may have set something that silently loses precision.
   */
  private static final Map<String, String> EXACT =
      Map.of(
          "spark.sql.timeType.enabled", "true",
          "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
          "spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED",
          "spark.sql.parquet.int96RebaseModeInWrite", "CORRECTED",
          "spark.sql.parquet.writeLegacyFormat", "false",
          "spark.sql.parquet.fieldId.write.enabled", "false",
          "spark.sql.parquet.compression.codec", "snappy",
          "spark.sql.files.maxRecordsPerFile", "0",
          "spark.sql.sources.useV1SourceList", "parquet");

  /** Settings that would replace how files are committed. */
  private static final List<String> COMMITTERS =
      List.of(
          "spark.sql.parquet.output.committer.class",
          "spark.sql.sources.outputCommitterClass",
          "spark.sql.sources.commitProtocolClass");

  private final SparkSession registry;
  private final SnapshotStore store;

  /**
   * Freezes into that store, and reads it with that session, which is the registry's own: what it
   * keeps in memory, nobody else can drop.
   */
  Freezer(SparkSession registry, SnapshotStore store) {
    this.registry = registry;
    this.store = store;
    exactly(registry);
  }

  /**
   * Freezes the rows, on a thread of its own; leaves nothing behind if it throws.
   *
   * @throws IOException if the files of sources or snapshot cannot be looked at
   * @throws UnavailableException if a source changed meanwhile
   */
  Frozen freeze(Dataset<?> dataset, FreezeOptions options, CancellableJobs jobs)
      throws IOException {
    SparkSession.setActiveSession(registry); // of this thread, which ends with the freeze
    SnapshotFolder folder = store.newFolder();
    boolean done = false;
    try {
      Frozen frozen = freezeInto(folder, dataset, options, jobs);
      done = true;
      return frozen;
    } finally {
      if (!done) {
        jobs.awaitTasks();
        folder.delete();
      }
    }
  }

  /** Takes the rows of a plan out of the cluster's memory, if they are there. */
  void uncache(FrozenPlan plan) {
    SparkInternals.dataset(registry, plan.fresh()).unpersist();
  }

  private Frozen freezeInto(
      SnapshotFolder folder, Dataset<?> dataset, FreezeOptions options, CancellableJobs jobs)
      throws IOException {
    LogicalPlan plan = dataset.queryExecution().commandExecuted();
    SourceFiles sources =
        SourceFiles.of(
            dataset.queryExecution().withCachedData(),
            dataset.sparkSession().sessionState().newHadoopConf());
    jobs.check();
    write(dataset.sparkSession(), plan, folder.path());
    jobs.check();
    requireUnchanged(sources);
    StructType schema = dataset.schema();
    FrozenPlan frozen = FrozenPlan.over(folder.id(), files(folder, schema), plan, schema);
    List<FileStatus> parts = folder.parts();
    long rows = materialise(frozen, options, jobs);
    return new Frozen(
        new FrozenTable(folder, frozen),
        TableDetails.of(schema, frozen, rows, parts, options),
        TableDetails.bytes(parts));
  }

  /**
   * The rows are computed as their publisher would compute them, with the publisher's settings and
   * functions; only what concerns the files is the registry's.
   */
  private static void write(SparkSession publisher, LogicalPlan plan, Path folder) {
    SparkSession session = SparkInternals.cloneOf(publisher);
    exactly(session);
    SparkInternals.dataset(session, PositionalColumns.of(plan))
        .write()
        .mode(SaveMode.ErrorIfExists)
        .parquet(folder.toString());
  }

  private HadoopFsRelation files(SnapshotFolder folder, StructType schema) {
    LogicalPlan plan =
        registry
            .read()
            .schema(PositionalColumns.of(schema))
            .parquet(folder.path().toString())
            .queryExecution()
            .analyzed();
    return (HadoopFsRelation) ((LogicalRelation) plan).relation();
  }

  /** Counts the rows, which also brings them into memory where that is wanted; the last step. */
  private long materialise(FrozenPlan plan, FreezeOptions options, CancellableJobs jobs) {
    Dataset<Row> rows = SparkInternals.dataset(registry, plan.fresh());
    boolean done = false;
    try {
      if (options.caching() == FreezeOptions.Caching.MEMORY) {
        rows.persist(StorageLevel.MEMORY_AND_DISK());
      }
      long count = rows.count();
      jobs.finish();
      done = true;
      return count;
    } finally {
      if (!done) {
        rows.unpersist();
      }
    }
  }

  private static void requireUnchanged(SourceFiles sources) throws IOException {
    Path changed = sources.changed().orElse(null);
    if (changed != null) {
      throw new UnavailableException(
          "The rows of the DataFrame were not frozen",
          "the file "
              + changed
              + " changed since the DataFrame was read, so they are of no one state",
          "Read the file again and publish when it is at rest");
    }
  }

  private static void exactly(SparkSession session) {
    EXACT.forEach(session.conf()::set);
    COMMITTERS.forEach(session.conf()::unset);
  }
}
