package org.drystone.registry.spark.pyspark;

import java.util.List;
import org.drystone.registry.py4j.spi.Answer;

/** Some of the calls of one client that must not reach the shared JVM as they are. */
interface Answers {

  /** Answers {@code new className(arguments)}. */
  default Answer construct(String className, List<Object> arguments) {
    return Answer.pass();
  }

  /** Answers a static call. */
  default Answer callStatic(String className, String method, List<Object> arguments) {
    return Answer.pass();
  }

  /** Answers a call on an object. */
  default Answer call(Object target, String method, List<Object> arguments) {
    return Answer.pass();
  }
}
