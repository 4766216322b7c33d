package org.drystone.registry.spark.pyspark;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.python.PythonWorkerFactory;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.mutable.HashMap;

/**
 * The Python processes that run the functions of a session on this machine. Spark keeps a daemon
 * for each session until the application ends.
 */
final class PythonWorkers {

  private PythonWorkers() {}

  /**
   * Stops those of the session with these artifacts. Where Spark keeps them elsewhere, they live
   * until the application ends, as without us.
   */
  static void stop(String artifacts) {
    SparkEnv environment = SparkEnv.get();
    if (environment != null) {
      try {
        factories(environment, artifacts).forEach(PythonWorkerFactory::stop);
      } catch (ReflectiveOperationException e) {
        System.getLogger(PythonWorkers.class.getName())
            .log(System.Logger.Level.WARNING, "Python workers of a session go on", e);
      }
    }
  }

  /** Takes them out of Spark's map, whose keys name the artifacts in the workers' environment. */
  @SuppressWarnings("unchecked")
  private static List<PythonWorkerFactory> factories(SparkEnv environment, String artifacts)
      throws ReflectiveOperationException {
    Field field = SparkEnv.class.getDeclaredField("pythonWorkers");
    field.setAccessible(true);
    synchronized (environment) {
      HashMap<Object, PythonWorkerFactory> all =
          (HashMap<Object, PythonWorkerFactory>) field.get(environment);
      List<Tuple2<Object, PythonWorkerFactory>> found = new ArrayList<>();
      for (Iterator<Tuple2<Object, PythonWorkerFactory>> each = all.iterator(); each.hasNext(); ) {
        Tuple2<Object, PythonWorkerFactory> next = each.next();
        if (next._1().toString().contains(artifacts)) {
          found.add(next);
        }
      }
      found.forEach(entry -> all.remove(entry._1()));
      return found.stream().map(Tuple2::_2).toList();
    }
  }
}
