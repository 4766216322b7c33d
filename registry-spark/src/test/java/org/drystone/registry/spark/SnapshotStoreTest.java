package org.drystone.registry.spark;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.UnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where snapshots may lie. */
class SnapshotStoreTest {

  @ParameterizedTest
  @ValueSource(strings = {"spark://host:7077", "yarn", "k8s://https://host:443"})
  void a_folder_of_one_machine_is_refused_for_a_cluster_of_several(String master) {
    assertThatThrownBy(() -> SnapshotStore.requireReachable("file", "/data", master))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("/data")
        .hasMessageContaining(master)
        .hasMessageContaining("hdfs://");
    assertThatCode(() -> SnapshotStore.requireReachable("hdfs", "/data", master))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[4]", "local[*]", "local-cluster[2,1,1024]"})
  void a_folder_of_this_machine_is_good_for_an_application_on_it(String master) {
    assertThatCode(() -> SnapshotStore.requireReachable("file", "/data", master))
        .doesNotThrowAnyException();
  }

  @Test
  void a_directory_that_cannot_be_written_is_named(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    assertThatThrownBy(() -> SparkHub.on(TestSpark.host()).snapshotsIn(file.toString()).open())
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining(file.toString());
  }
}
