package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.drystone.registry.Caller;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.VersionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the files of a snapshot go. */
class ReleaseTest {

  private static final Caller ADA = Caller.of(Principal.user("ada"));
  private static final VersionId VERSION = new VersionId(Name.parse("ada/t"), 1);

  @TempDir Path folder;

  private SnapshotStore store;
  private SparkAdapter adapter;
  private FrozenTable table;

  @BeforeEach
  void freeze() throws Exception {
    var spark = TestSpark.host();
    store = SnapshotStore.in(folder.toString(), spark.sparkContext());
    adapter = new SparkAdapter(spark, new Sessions(spark), store);
    table = adapter.admit(spark.range(10), new PlainPublication(VERSION.name())).stored();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void at_once_if_nobody_read_it() throws Exception {
    adapter.release(table);
    adapter.release(table);

    assertThat(TestSpark.snapshotsIn(folder)).isEmpty();
    assertThatThrownBy(() -> adapter.open(table, VERSION, ADA))
        .isInstanceOf(UnavailableException.class);
  }

  @Test
  void when_the_last_plan_that_reads_it_is_gone() throws Exception {
    Dataset<Row> derived = adapter.open(table, VERSION, ADA).where("id > 4");
    adapter.release(table);

    assertThat(derived.count()).isEqualTo(5);
    assertThat(TestSpark.snapshotsIn(folder)).isNotEmpty();

    derived = null;
    TestSpark.await(
        "the files are deleted",
        () -> {
          System.gc();
          return TestSpark.snapshotsIn(folder).isEmpty();
        });
  }
}
