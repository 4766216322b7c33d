package org.drystone.registry.spark;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.drystone.registry.immutability.HandleVoucher;

/**
 * Recognises what stands for data in the cluster. A SparkSession does not: it can be changed. What
 * was broadcast has to be immutable itself.
 */
final class SparkHandles {

  private SparkHandles() {}

  static Optional<HandleVoucher.Handle> vouch(Object object) {
    if (object instanceof Dataset<?>) {
      return handle("Spark Dataset");
    } else if (object instanceof RDD<?>) {
      return handle("Spark RDD");
    } else if (object instanceof Broadcast<?> broadcast) {
      return Optional.of(
          new HandleVoucher.Handle(
              "Spark broadcast variable", Stream.<Object>ofNullable(broadcast.value()).toList()));
    }
    return Optional.empty();
  }

  private static Optional<HandleVoucher.Handle> handle(String description) {
    return Optional.of(new HandleVoucher.Handle(description, List.of()));
  }
}
