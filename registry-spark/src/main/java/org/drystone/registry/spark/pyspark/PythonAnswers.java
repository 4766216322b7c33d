package org.drystone.registry.spark.pyspark;

import java.util.List;
import java.util.Map;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.python.PythonBroadcast;
import org.apache.spark.api.python.SimplePythonFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import org.drystone.registry.py4j.spi.Answer;

/** A program's functions run with a Python of its own version, and find its own files. */
final class PythonAnswers implements Answers {

  private static final int EXECUTABLE = 3;
  private static final int VERSION = 4;

  private final Pythons pythons;
  private final ClientSparks sparks;

  PythonAnswers(Pythons pythons, ClientSparks sparks) {
    this.pythons = pythons;
    this.sparks = sparks;
  }

  @Override
  public Answer construct(String className, List<Object> arguments) {
    return className.equals(SimplePythonFunction.class.getName())
        ? Answer.of(function(arguments))
        : Answer.pass();
  }

  @Override
  public Answer callStatic(String className, String method, List<Object> arguments) {
    return className.equals(SparkFiles.class.getName()) && method.equals("getRootDirectory")
        ? Answer.of(
            SparkFiles.getRootDirectory() + "/" + sparks.active().artifactManager().state().uuid())
        : Answer.pass();
  }

  // The types are PySpark's own: it makes each function with this constructor.
  @SuppressWarnings("unchecked")
  private SimplePythonFunction function(List<Object> arguments) {
    String version = (String) arguments.get(VERSION);
    return new SimplePythonFunction(
        (byte[]) arguments.get(0),
        (Map<String, String>) arguments.get(1),
        (List<String>) arguments.get(2),
        pythons.executableFor(version, (String) arguments.get(EXECUTABLE)),
        version,
        (List<Broadcast<PythonBroadcast>>) arguments.get(5),
        (CollectionAccumulator<byte[]>) arguments.get(6));
  }
}
