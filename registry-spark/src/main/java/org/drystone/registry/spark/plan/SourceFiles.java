package org.drystone.registry.spark.plan;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.datasources.FileIndex;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.PartitioningAwareFileIndex;
import org.drystone.registry.spark.compat.SparkInternals;

/**
 * The files that a plan reads, as they were when it was made. Rows that are read while a file
 * changes are of neither state.
 */
public final class SourceFiles {

  private record Stamp(long length, long modified) {
    static Stamp of(FileStatus file) {
      return new Stamp(file.getLen(), file.getModificationTime());
    }
  }

  private final Configuration configuration;
  private final Map<Path, Stamp> stamps = new HashMap<>();

  private SourceFiles(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * The files of a plan; snapshots of the registry, which never change, are left out.
   *
   * @throws IOException if they cannot be looked at
   */
  public static SourceFiles of(LogicalPlan plan, Configuration configuration) throws IOException {
    SourceFiles files = new SourceFiles(configuration);
    for (HadoopFsRelation relation : Relations.of(plan)) {
      if (FrozenPlan.snapshot(relation).findAny().isEmpty()) {
        files.add(relation.location());
      }
    }
    return files;
  }

  /**
   * A file that is not as it was, if there is one.
   *
   * @throws IOException if the files cannot be looked at
   */
  public Optional<Path> changed() throws IOException {
    Map<Path, Stamp> now = new HashMap<>();
    for (Map.Entry<Path, List<Path>> folder : byFolder().entrySet()) {
      look(folder.getKey(), folder.getValue(), now);
    }
    return stamps.entrySet().stream()
        .filter(file -> !file.getValue().equals(now.get(file.getKey())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void add(FileIndex index) throws IOException {
    if (index instanceof PartitioningAwareFileIndex known) {
      SparkInternals.files(known).forEach(file -> stamps.put(file.getPath(), Stamp.of(file)));
      return;
    }
    for (String file : index.inputFiles()) {
      Path path = new Path(URI.create(file));
      stamps.put(path, Stamp.of(fileSystem(path).getFileStatus(path)));
    }
  }

  private Map<Path, List<Path>> byFolder() {
    return stamps.keySet().stream().collect(Collectors.groupingBy(Path::getParent));
  }

  /** Lists the folder, which is cheaper than asking for each file, unless there is only one. */
  private void look(Path folder, List<Path> files, Map<Path, Stamp> found) throws IOException {
    FileSystem system = fileSystem(folder);
    try {
      if (files.size() == 1) {
        found.put(files.get(0), Stamp.of(system.getFileStatus(files.get(0))));
        return;
      }
      for (FileStatus file : system.listStatus(folder)) {
        found.put(file.getPath(), Stamp.of(file));
      }
    } catch (FileNotFoundException e) {
      // What is gone is missing among what was found, and so counts as changed.
    }
  }

  private FileSystem fileSystem(Path path) throws IOException {
    return path.getFileSystem(configuration);
  }
}
