package org.drystone.registry.py4j;

import java.util.List;
import java.util.concurrent.Callable;
import org.drystone.registry.py4j.spi.Answer;
import org.drystone.registry.py4j.spi.CommandId;
import org.drystone.registry.py4j.spi.SessionExtension;

/** A gateway without an engine: the JVM answers everything. */
final class NoExtension implements SessionExtension {

  @Override
  public <T> T around(CommandId command, Callable<T> body) throws Exception {
    return body.call();
  }

  @Override
  public Answer construct(String className, List<Object> arguments) {
    return Answer.pass();
  }

  @Override
  public Answer callStatic(String className, String method, List<Object> arguments) {
    return Answer.pass();
  }

  @Override
  public Answer call(Object target, String method, List<Object> arguments) {
    return Answer.pass();
  }

  @Override
  public void cancel(CommandId command) {}

  @Override
  public void close() {}
}
