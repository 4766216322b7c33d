package org.drystone.registry.spark;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.drystone.registry.Export;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.spark.plan.FrozenPlan;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a DataFrame: the files of a snapshot and the way to read them. After its
 * release the files stay until no plan and no export that was made of them can be reached any more.
 */
final class FrozenTable {

  private static final Cleaner CLEANER = Cleaner.create();

  private final SnapshotFolder folder;

  /** Guarded by this; null once released. */
  private @Nullable FrozenPlan plan;

  /** Guarded by this. */
  private boolean opened;

  FrozenTable(SnapshotFolder folder, FrozenPlan plan) {
    this.folder = folder;
    this.plan = plan;
  }

  /** The id by which the snapshot is recognised in plans. */
  String id() {
    return folder.id();
  }

  /**
   * A plan for a reader.
   *
   * @throws UnavailableException if the table was released
   */
  synchronized LogicalPlan open() {
    opened = true;
    return plan().fresh();
  }

  /** Whether a plan gives exactly the rows of this table, as those do that {@link #open} makes. */
  synchronized boolean gives(LogicalPlan other) {
    return plan != null && plan.fresh().sameResult(other);
  }

  /** The files in the order of the rows. */
  synchronized List<Export.Part> export() {
    opened = true;
    try {
      List<Export.Part> parts = new ArrayList<>();
      for (FileStatus file : folder.parts()) {
        parts.add(new FilePart(folder.files(), file.getPath(), file.getLen(), plan()));
      }
      return parts;
    } catch (IOException e) {
      throw FreezeFailure.unavailable("The files of the table cannot be listed", e);
    }
  }

  /** Lets the files go; idempotent. Gives the plan that was there, for what was made with it. */
  synchronized @Nullable FrozenPlan release() {
    FrozenPlan released = plan;
    plan = null;
    if (released != null && opened) {
      CLEANER.register(released.relation(), folder::delete);
    } else if (released != null) {
      folder.delete();
    }
    return released;
  }

  private FrozenPlan plan() {
    if (plan == null) {
      throw new UnavailableException(
          "The data of this version is gone", "it was released", "Read another version");
    }
    return plan;
  }

  /** A file; it stays as long as this is reachable, which keeps the plan reachable. */
  private record FilePart(FileSystem files, Path path, long size, FrozenPlan keepsFiles)
      implements Export.Part {

    @Override
    public InputStream open() throws IOException {
      return files.open(path);
    }
  }
}
