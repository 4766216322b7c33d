package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.drystone.registry.spi.ValueAdapter;
import org.drystone.registry.testkit.contract.ValueAdapterContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Spark's adapter keeps the contract of adapters. */
class SparkAdapterContractTest extends ValueAdapterContract<Dataset<?>, FrozenTable> {

  @TempDir Path folder;

  private final SparkSession spark = TestSpark.host();
  private SnapshotStore store;
  private SparkAdapter adapter;

  @BeforeEach
  void open() {
    store = SnapshotStore.in(folder.toString(), spark.sparkContext());
    adapter = new SparkAdapter(spark, new Sessions(spark), store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected ValueAdapter<Dataset<?>, FrozenTable> adapter() {
    return adapter;
  }

  @Override
  protected Dataset<?> value(int number) {
    return spark.range(number).toDF("n");
  }

  @Override
  protected Object content(Dataset<?> value) {
    return TestSpark.rows(value).stream().sorted().toList();
  }

  @Override
  protected void assertNothingIsLeft() throws Exception {
    assertThat(TestSpark.filesIn(folder)).isEmpty();
    TestSpark.await(
        "no job runs any more",
        () -> spark.sparkContext().statusTracker().getActiveJobIds().length == 0);
  }
}
