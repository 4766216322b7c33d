package org.drystone.registry.spark.pyspark;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.drystone.registry.py4j.spi.Answer;
import org.drystone.registry.py4j.spi.ClientSession;

/** What would change the application for everybody is left as it is, or told to its owner. */
final class SharedAnswers implements Answers {

  private static final Set<String> SET_PROPERTIES =
      Set.of("setProperty", "setProperties", "clearProperty");

  private final ClientSession client;
  private final SparkContext context;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  SharedAnswers(ClientSession client, SparkContext context) {
    this.client = client;
    this.context = context;
  }

  @Override
  public Answer callStatic(String className, String method, List<Object> arguments) {
    if (!className.equals("java.lang.System") || !SET_PROPERTIES.contains(method)) {
      return Answer.pass();
    }
    tell("System." + method + " is without effect: the system properties are everybody's");
    return Answer.nothing();
  }

  @Override
  public Answer call(Object target, String method, List<Object> arguments) {
    if (!(target instanceof JavaSparkContext || target instanceof SparkContext)) {
      return Answer.pass();
    }
    return switch (method) {
      case "setLogLevel" -> {
        tell("setLogLevel is without effect: the log is everybody's");
        yield Answer.nothing();
      }
      case "setCheckpointDir" -> setCheckpointDirectory();
      case "hadoopConfiguration" -> {
        tell("uses the Hadoop configuration, which all clients read and change");
        yield Answer.pass();
      }
      default -> Answer.pass();
    };
  }

  /** The first one stays: what others checkpointed must not end with another's folder. */
  private Answer setCheckpointDirectory() {
    if (context.getCheckpointDir().isEmpty()) {
      tell("set the checkpoint directory for all clients");
      return Answer.pass();
    }
    tell("setCheckpointDir is without effect: " + context.getCheckpointDir().get() + " stays");
    return Answer.nothing();
  }

  private void tell(String line) {
    if (told.add(line)) {
      client.log(line);
    }
  }
}
