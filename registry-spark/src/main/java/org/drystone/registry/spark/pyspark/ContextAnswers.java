package org.drystone.registry.spark.pyspark;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.py4j.spi.Answer;
import org.drystone.registry.py4j.spi.ClientSession;

/**
 * A program starts and stops "its" Spark: it gets the running one, and what it stops is its own
 * part of it.
 */
final class ContextAnswers implements Answers {

  private static final Set<String> STOP = Set.of("stop", "close", "stopInNewThread");

  private final ClientSession client;
  private final SparkContext context;
  private final ClientSparks sparks;
  private final Settings settings;
  private final Runnable stopOwn;
  private final AtomicBoolean started = new AtomicBoolean();

  /**
   * Answers for that client.
   *
   * @param stopOwn ends what the program runs and holds in Spark
   */
  ContextAnswers(
      ClientSession client,
      SparkContext context,
      ClientSparks sparks,
      Settings settings,
      Runnable stopOwn) {
    this.client = client;
    this.context = context;
    this.sparks = sparks;
    this.settings = settings;
    this.stopOwn = stopOwn;
  }

  @Override
  public Answer construct(String className, List<Object> arguments) {
    return switch (className) {
      // Without the running master in it, PySpark refuses to start.
      case "org.apache.spark.SparkConf" -> Answer.of(context.getConf());
      case "org.apache.spark.SparkContext" -> Answer.of(start(arguments).sc());
      case "org.apache.spark.api.java.JavaSparkContext" -> Answer.of(start(arguments));
      case "org.apache.spark.sql.SparkSession", "org.apache.spark.sql.classic.SparkSession" ->
          Answer.of(sparks.own());
      default -> Answer.pass();
    };
  }

  @Override
  public Answer call(Object target, String method, List<Object> arguments) {
    boolean isContext = target instanceof JavaSparkContext || target instanceof SparkContext;
    if (!isContext && !(target instanceof SparkSession)) {
      return Answer.pass();
    }
    if (STOP.contains(method)) {
      return stop(target);
    }
    // The live configuration is everybody's: a client reads a copy.
    return isContext && method.equals("conf") ? Answer.of(context.getConf()) : Answer.pass();
  }

  private Answer stop(Object target) {
    boolean again = target instanceof SparkSession session && sparks.ended(session);
    if (!again) {
      started.set(false);
      stopOwn.run();
    }
    return Answer.nothing();
  }

  private JavaSparkContext start(List<Object> arguments) {
    boolean again = !started.compareAndSet(false, true);
    if (again && client.peerProcess().isEmpty()) {
      throw new NotPermittedException(
          "A second program starts Spark in this session",
          "both came with the same port and secret, and nothing else tells them apart",
          "Give each program a secret of its own: the token, a dot and a random word");
    }
    arguments.stream()
        .filter(SparkConf.class::isInstance)
        .map(SparkConf.class::cast)
        .forEach(settings::logWithoutEffect);
    return new JavaSparkContext(context);
  }
}
