package org.drystone.registry.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of one snapshot.
 *
 * @param id recognises the snapshot in plans
 * @param files the file system
 * @param path the folder, which need not exist
 */
record SnapshotFolder(String id, FileSystem files, Path path) {

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotFolder.class);
  private static final String PART = "part-";

  /** The data files in the order in which the rows were written. */
  List<FileStatus> parts() throws IOException {
    List<FileStatus> parts = new ArrayList<>();
    for (FileStatus file : files.listStatus(path)) {
      if (file.getPath().getName().startsWith(PART)) {
        parts.add(file);
      }
    }
    parts.sort(Comparator.comparingLong(file -> number(file.getPath().getName())));
    return parts;
  }

  /** Deletes the folder with all that is in it; a failure is only logged. */
  void delete() {
    try {
      files.delete(path, true);
    } catch (IOException e) {
      LOG.warn("The snapshot {} could not be deleted", path, e);
    }
  }

  /** {@code part-00012-...} is the twelfth, and there may be more than five digits. */
  private static long number(String name) {
    String rest = name.substring(PART.length());
    return Long.parseLong(rest.substring(0, rest.indexOf('-')));
  }
}
