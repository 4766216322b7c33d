package org.drystone.registry.spark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Registry;
import org.drystone.registry.VersionId;
import org.drystone.registry.spark.cache.SharedCache;
import org.drystone.registry.spark.catalog.CatalogInstallation;

/**
 * A hub inside of a Spark application: a {@link Hub} that can publish DataFrames, with its names in
 * SQL.
 *
 * <pre>{@code
 * try (SparkHub hub = SparkHub.of(spark)) {
 *   hub.registry().publish(Key.of("flights", new TypeRef<Dataset<Row>>() {}), flights);
 *   spark.sql("SELECT count(*) FROM hub.shared.flights").show();
 * }
 * }</pre>
 *
 * <p>A published DataFrame is frozen: its rows are copied, and whatever happens to its sources they
 * stay the same. Its schema comes back exactly, and so does the order of a DataFrame that ends in a
 * sort; its partitioning does not. The option {@code cache=memory} of a publication also keeps the
 * rows in the memory of the cluster, once for all readers.
 */
public final class SparkHub implements AutoCloseable {

  private final Hub hub;
  private final SparkSession host;
  private final Sessions sessions;
  private final SparkAdapter adapter;
  private final SnapshotStore store;
  private final CatalogInstallation catalog;
  private final AtomicBoolean closed = new AtomicBoolean();

  private SparkHub(Builder builder, SnapshotStore store) {
    this.host = builder.spark;
    this.store = store;
    this.sessions = new Sessions(host);
    SharedCache.of(host).own(sessions.registry(), () -> {});
    this.adapter = new SparkAdapter(host, sessions, store);
    this.hub = builder.settings.apply(Hub.builder().adapter(adapter)).open();
    boolean installed = false;
    try {
      this.catalog = CatalogInstallation.of(host, this::registry);
      installed = true;
    } finally {
      if (!installed) {
        hub.close();
      }
    }
  }

  /**
   * Opens a hub with the default settings.
   *
   * @throws InvalidArgumentException as {@link Builder#open}
   */
  public static SparkHub of(SparkSession spark) {
    return on(spark).open();
  }

  /** Starts to configure a hub for the application of that session, which is the host's. */
  public static Builder on(SparkSession spark) {
    return new Builder(spark);
  }

  /** The hub. */
  public Hub hub() {
    return hub;
  }

  /** The registry as the host sees it. */
  public Registry registry() {
    return hub.registry();
  }

  /**
   * The registry as the caller of that session sees it; a session that is not {@linkplain
   * Sessions#bind known} is the host's.
   */
  public Registry registry(SparkSession session) {
    return sessions.callerOf(session).map(hub::as).orElseGet(hub::registry);
  }

  /** The host's SparkSession. */
  public SparkSession spark() {
    return host;
  }

  /** Which SparkSession belongs to which client program. */
  public Sessions sessions() {
    return sessions;
  }

  /** The versions that a Dataset was made from, as far as its plan tells. */
  public List<VersionId> sources(Dataset<?> dataset) {
    return adapter.sources(dataset.queryExecution().commandExecuted());
  }

  /**
   * The version whose rows a Dataset gives, unchanged; empty if it is anything else. Spark caches
   * by plan, so to uncache such a Dataset would take the rows out of memory for everyone.
   */
  public Optional<VersionId> sharedTable(Dataset<?> dataset) {
    return adapter.sharedTable(dataset.queryExecution().commandExecuted());
  }

  /**
   * Closes the hub, deletes all snapshots and takes them out of memory. Datasets that were read
   * from it can be used no more. The SparkSession stays open. Idempotent.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      catalog.close();
      hub.close();
      store.close();
    }
  }

  /** Configures a hub. Not safe for use by several threads at once. */
  public static final class Builder {

    private final SparkSession spark;
    private Optional<String> directory = Optional.empty();
    private UnaryOperator<Hub.Builder> settings = UnaryOperator.identity();

    private Builder(SparkSession spark) {
      this.spark = spark;
    }

    /**
     * Where snapshots are written: a directory on any file system that Hadoop knows, within which
     * the hub makes a folder of its own and deletes it at its end. By default a private folder
     * under the JVM's folder for temporary files.
     */
    public Builder snapshotsIn(String directory) {
      this.directory = Optional.of(directory);
      return this;
    }

    /** Settings of the registry itself, as {@code with -> with.host(..)}. */
    public Builder registry(UnaryOperator<Hub.Builder> settings) {
      this.settings = settings;
      return this;
    }

    /**
     * Opens the hub, and the catalog {@code hub} for the given session and all later ones.
     *
     * @throws InvalidArgumentException if Spark was stopped, if its application has a hub already,
     *     or if the cluster has several machines and the snapshots would lie on one
     * @throws org.drystone.registry.UnavailableException if snapshots cannot be written
     */
    public SparkHub open() {
      if (spark.sparkContext().isStopped()) {
        throw new InvalidArgumentException(
            "A hub cannot be opened", "its Spark application was stopped", "Use a running one");
      }
      SnapshotStore store =
          directory
              .map(path -> SnapshotStore.in(path, spark.sparkContext()))
              .orElseGet(() -> SnapshotStore.temporary(spark.sparkContext()));
      SparkHub hub = null;
      try {
        hub = new SparkHub(this, store);
        return hub;
      } finally {
        if (hub == null) {
          store.close();
        }
      }
    }
  }
}
