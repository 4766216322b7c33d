package org.drystone.registry.spark.pyspark;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.classic.SQLContext;
import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.UnavailableException;
import org.drystone.registry.py4j.spi.Answer;
import scala.Option;

/** A program sees its own SparkSessions only, as if the JVM were its own. */
final class SessionAnswers implements Answers {

  private static final String CLASSIC = "org.apache.spark.sql.classic.SparkSession";
  private static final Set<String> CLASSES = Set.of("org.apache.spark.sql.SparkSession", CLASSIC);

  private final ClientSparks sparks;
  private final Settings settings;

  SessionAnswers(ClientSparks sparks, Settings settings) {
    this.sparks = sparks;
    this.settings = settings;
  }

  @Override
  public Answer callStatic(String className, String method, List<Object> arguments) {
    if (!CLASSES.contains(className)) {
      return Answer.pass();
    }
    return switch (method) {
      case "getDefaultSession" -> Answer.of(Option.apply(sparks.own()));
      case "getActiveSession" -> Answer.of(Option.apply(sparks.active()));
      case "active" -> Answer.of(sparks.active());
      case "setActiveSession" -> choose(arguments);
      case "clearActiveSession" -> forgetChoice();
      // Everybody's default: PySpark sets it when a program starts and clears it when one stops.
      case "setDefaultSession", "clearDefaultSession" -> Answer.nothing();
      default -> Answer.pass();
    };
  }

  @Override
  public Answer call(Object target, String method, List<Object> arguments) {
    if (target instanceof SparkSession session) {
      refuseEnded(session);
      return method.equals("newSession") ? Answer.of(sparks.another()) : Answer.pass();
    }
    if (target instanceof SQLContext sql) {
      refuseEnded(sql.sparkSession());
      return method.equals("newSession") ? Answer.of(sparks.another().sqlContext()) : Answer.pass();
    }
    if (target instanceof Dataset<?> dataset) {
      refuseEnded(dataset.sparkSession());
    }
    return target == org.apache.spark.sql.classic.SparkSession$.MODULE$
        ? callModule(method, arguments)
        : Answer.pass();
  }

  /** PySpark calls the static methods on Scala's module too. */
  private Answer callModule(String method, List<Object> arguments) {
    if (method.equals("applyModifiableSettings") && arguments.get(1) instanceof Map<?, ?> wanted) {
      settings.logWithoutEffect(wanted);
    }
    return callStatic(CLASSIC, method, arguments);
  }

  private Answer choose(List<Object> arguments) {
    if (!arguments.isEmpty() && arguments.get(0) instanceof SparkSession session) {
      sparks.choose(session);
    }
    return Answer.nothing();
  }

  private Answer forgetChoice() {
    sparks.forgetChoice();
    return Answer.nothing();
  }

  private void refuseEnded(SparkSession session) {
    if (sparks.ended(session)) {
      throw new UnavailableException(
          "This object belongs to a SparkSession that the program stopped",
          "its views and data were given up then",
          "Call SparkSession.builder.getOrCreate() and make it again");
    }
  }
}
