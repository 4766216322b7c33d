package org.drystone.registry.spark.pyspark;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.classic.SparkSession;
import org.drystone.registry.py4j.spi.Answer;
import org.drystone.registry.py4j.spi.CommandId;
import org.drystone.registry.py4j.spi.SessionExtension;
import scala.Option;

/** A client program as seen from its own side: what it calls, and what it gets. */
final class Program implements AutoCloseable {

  private static final String SESSION = "org.apache.spark.sql.classic.SparkSession";
  private static final AtomicLong COUNT = new AtomicLong();

  final FakeClient client;
  final SessionExtension extension;

  Program(PySpark pyspark, FakeClient client) {
    this.client = client;
    this.extension = pyspark.open(client);
  }

  static CommandId nextCommand() {
    return new CommandId("c" + COUNT.incrementAndGet());
  }

  <T> T run(Callable<T> body) throws Exception {
    return run(nextCommand(), body);
  }

  <T> T run(CommandId command, Callable<T> body) throws Exception {
    return extension.around(command, body);
  }

  Object construct(String className, Object... arguments) throws Exception {
    return run(() -> value(extension.construct(className, Arrays.asList(arguments))));
  }

  Object callStatic(String className, String method, Object... arguments) throws Exception {
    return run(() -> value(extension.callStatic(className, method, Arrays.asList(arguments))));
  }

  Answer call(Object target, String method, Object... arguments) throws Exception {
    return run(() -> extension.call(target, method, Arrays.asList(arguments)));
  }

  /** As PySpark finds its session. */
  SparkSession spark() throws Exception {
    return (SparkSession) ((Option<?>) callStatic(SESSION, "getDefaultSession")).get();
  }

  static Object value(Answer answer) {
    return answer instanceof Answer.Value given ? given.value() : answer;
  }

  @Override
  public void close() {
    extension.close();
  }
}
