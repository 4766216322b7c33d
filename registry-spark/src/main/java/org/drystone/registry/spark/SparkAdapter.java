package org.drystone.registry.spark;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.drystone.registry.Caller;
import org.drystone.registry.Guarantee;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.RegistryException;
import org.drystone.registry.TypeRef;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.VersionId;
import org.drystone.registry.immutability.HandleVoucher;
import org.drystone.registry.spark.compat.SparkInternals;
import org.drystone.registry.spark.plan.FrozenPlan;
import org.drystone.registry.spark.plan.StorableColumns;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.AdmissionContext;
import org.drystone.registry.spi.ValueAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes Datasets as snapshots, and opens them in the session of each reader. */
final class SparkAdapter implements ValueAdapter<Dataset<?>, FrozenTable> {

  /** A snapshot that was read; only then it is known which version it is. */
  private record Opened(FrozenTable table, VersionId version) {}

  private static final Logger LOG = LoggerFactory.getLogger(SparkAdapter.class);
  private static final Type ROWS = new TypeRef<Dataset<Row>>() {}.type();
  private static final String PARQUET = "application/vnd.apache.parquet";

  private final SparkContext spark;
  private final Sessions sessions;
  private final Freezer freezer;
  private final StorableColumns columns = new StorableColumns(new ParquetFileFormat());

  /** The snapshots that were read, by their ids. */
  private final Map<String, Opened> opened = new ConcurrentHashMap<>();

  SparkAdapter(SparkSession host, Sessions sessions, SnapshotStore store) {
    this.spark = host.sparkContext();
    this.sessions = sessions;
    this.freezer = new Freezer(sessions.registry(), store);
  }

  @Override
  @SuppressWarnings("unchecked") // the class of all Datasets
  public Class<Dataset<?>> rootType() {
    return (Class<Dataset<?>>) (Class<?>) Dataset.class;
  }

  @Override
  public Admission<FrozenTable> admit(Dataset<?> dataset, AdmissionContext context)
      throws InterruptedException {
    FreezeOptions options = FreezeOptions.of(context.publication().options());
    check(dataset);
    List<VersionId> parents = sources(dataset.queryExecution().commandExecuted());
    CancellableJobs jobs = new CancellableJobs(spark, context);
    try {
      Freezer.Frozen frozen = jobs.run(() -> freezer.freeze(dataset, options, jobs));
      return Admission.of(
              frozen.table(), ROWS, Guarantee.SNAPSHOT, "its rows were copied into Parquet files")
          .withDetails(frozen.details())
          .withColumns(List.of(dataset.columns()))
          .withBytes(frozen.bytes())
          .withParents(parents);
    } catch (ExecutionException e) {
      context.checkNotCancelled();
      throw failure(context, e);
    }
  }

  @Override
  public Dataset<Row> open(FrozenTable stored, VersionId version, Caller reader) {
    LogicalPlan plan = stored.open();
    // Only now: what was released must not be remembered again.
    opened.putIfAbsent(stored.id(), new Opened(stored, version));
    return rows(plan, reader);
  }

  @Override
  public void release(FrozenTable stored) {
    opened.remove(stored.id());
    FrozenPlan released = stored.release();
    if (released != null && !spark.isStopped()) {
      try {
        freezer.uncache(released);
      } catch (RuntimeException e) {
        LOG.warn("The rows of the snapshot {} stay in memory", stored.id(), e);
      }
    }
  }

  @Override
  public Optional<Exported> export(FrozenTable stored) {
    return Optional.of(new Exported(PARQUET, stored.export()));
  }

  @Override
  public HandleVoucher voucher() {
    return SparkHandles::vouch;
  }

  /** The versions that a plan reads, as far as they were read from this registry. */
  List<VersionId> sources(LogicalPlan plan) {
    return FrozenPlan.snapshotsIn(plan).stream()
        .flatMap(id -> Optional.ofNullable(opened.get(id)).stream())
        .map(Opened::version)
        .toList();
  }

  /** The version whose rows a plan gives as they are. */
  Optional<VersionId> sharedTable(LogicalPlan plan) {
    return FrozenPlan.snapshotsIn(plan).stream()
        .flatMap(id -> Optional.ofNullable(opened.get(id)).stream())
        .filter(found -> found.table().gives(plan))
        .map(Opened::version)
        .findFirst();
  }

  private void check(Dataset<?> dataset) {
    if (dataset.isStreaming()) {
      throw new InvalidArgumentException(
          "A streaming Dataset cannot be frozen",
          "its rows never end",
          "Write the stream to a table and publish that, or publish in foreachBatch");
    }
    if (dataset.sparkSession().sparkContext() != spark) {
      throw new InvalidArgumentException(
          "The Dataset cannot be frozen here",
          "it belongs to another Spark application, or to one that was stopped",
          "Read it with a session of the application that this hub belongs to");
    }
    columns.check(dataset.schema());
  }

  private Dataset<Row> rows(LogicalPlan plan, Caller reader) {
    if (spark.isStopped()) {
      throw new UnavailableException(
          "The table cannot be read", "the Spark application was stopped", "Start it again");
    }
    return SparkInternals.dataset(sessions.of(reader), plan);
  }

  private static RegistryException failure(AdmissionContext context, ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof RegistryException known) {
      return known;
    } else if (cause instanceof Error error) {
      throw error;
    }
    return FreezeFailure.of(context.name(), cause == null ? e : cause);
  }
}
