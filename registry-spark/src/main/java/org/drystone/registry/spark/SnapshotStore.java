package org.drystone.registry.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.SparkContext;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of one hub, in which each snapshot has a folder of its own. */
final class SnapshotStore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
  private static final FsPermission OWNER_ONLY = new FsPermission("700");

  private final FileSystem files;
  private final Path root;
  private final Thread atExit = new Thread(this::delete, "drystone-snapshots-cleanup");

  private SnapshotStore(FileSystem files, Path root) {
    this.files = files;
    this.root = root;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** A new private folder under the JVM's folder for temporary files. */
  static SnapshotStore temporary(SparkContext spark) {
    try {
      requireReachable("file", System.getProperty("java.io.tmpdir"), spark.master());
      Path root = new Path(Files.createTempDirectory("drystone-").toUri());
      return new SnapshotStore(root.getFileSystem(spark.hadoopConfiguration()), root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A new private folder in that directory.
   *
   * @throws InvalidArgumentException if it is on this machine's disk and the cluster has more
   *     machines
   * @throws UnavailableException if it cannot be written
   */
  static SnapshotStore in(String directory, SparkContext spark) {
    Configuration configuration = spark.hadoopConfiguration();
    Path parent = new Path(directory);
    try {
      FileSystem files = parent.getFileSystem(configuration);
      requireReachable(files.getScheme(), directory, spark.master());
      Path root = files.makeQualified(new Path(parent, "drystone-" + UUID.randomUUID()));
      files.mkdirs(root, OWNER_ONLY);
      return new SnapshotStore(files, root);
    } catch (IOException e) {
      UnavailableException failure =
          new UnavailableException(
              "The folder " + directory + " for snapshots cannot be used",
              String.valueOf(e.getMessage()),
              "Choose a directory that this application may write");
      failure.initCause(e);
      throw failure;
    }
  }

  /** A folder for a new snapshot; it is not created yet. */
  SnapshotFolder newFolder() {
    String id = UUID.randomUUID().toString();
    return new SnapshotFolder(id, files, new Path(root, id));
  }

  /** Deletes everything; idempotent. */
  @Override
  public void close() {
    delete();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      LOG.debug("The JVM is shutting down already", e);
    }
  }

  private void delete() {
    try {
      files.delete(root, true);
    } catch (IOException e) {
      LOG.warn("The snapshots in {} could not be deleted", root, e);
    }
  }

  /** Checks that all machines of a cluster reach a directory. */
  static void requireReachable(String scheme, String directory, String master) {
    if (scheme.equals("file") && !master.startsWith("local")) {
      throw new InvalidArgumentException(
          "Snapshots cannot lie in " + directory,
          "this is a folder of one machine, and the cluster " + master + " has others",
          "Give a directory that all of them reach, such as hdfs://.. or s3a://..");
    }
  }
}
