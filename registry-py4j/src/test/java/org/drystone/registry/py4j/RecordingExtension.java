package org.drystone.registry.py4j;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.drystone.registry.py4j.spi.Answer;
import org.drystone.registry.py4j.spi.ClientSession;
import org.drystone.registry.py4j.spi.CommandId;
import org.drystone.registry.py4j.spi.GatewayExtension;
import org.drystone.registry.py4j.spi.SessionExtension;

/**
 * An engine for tests: it has one class, {@code test.Engine}, whose calls it answers itself, and a
 * job that runs until it is cancelled.
 */
final class RecordingExtension implements GatewayExtension {

  final List<String> events = new CopyOnWriteArrayList<>();
  final Set<String> inside = ConcurrentHashMap.newKeySet();

  @Override
  public SessionExtension open(ClientSession session) {
    String user = session.caller().user().name();
    events.add("open " + user);
    return new Engine(user);
  }

  private final class Engine implements SessionExtension {

    private final String user;
    private final Map<CommandId, CountDownLatch> jobs = new ConcurrentHashMap<>();
    private final ThreadLocal<CommandId> current = new ThreadLocal<>();

    Engine(String user) {
      this.user = user;
    }

    @Override
    public <T> T around(CommandId command, Callable<T> body) throws Exception {
      jobs.put(command, new CountDownLatch(1));
      inside.add(user);
      current.set(command);
      try {
        return body.call();
      } finally {
        current.remove();
        inside.remove(user);
        jobs.remove(command);
      }
    }

    @Override
    public Answer construct(String className, List<Object> arguments) {
      return className.equals("test.Engine") ? Answer.of("engine of " + user) : Answer.pass();
    }

    @Override
    public Answer callStatic(String className, String method, List<Object> arguments) {
      if (!className.equals("test.Engine")) {
        return Answer.pass();
      }
      return switch (method) {
        case "nothing" -> Answer.nothing();
        case "nil" -> Answer.of(null);
        case "job" -> job();
        default -> throw new IllegalArgumentException("no " + method);
      };
    }

    private Answer job() {
      try {
        events.add("job of " + user);
        jobs.get(current.get()).await();
        events.add("end of the job of " + user);
        return Answer.of("cancelled");
      } catch (InterruptedException e) {
        throw new IllegalStateException("an engine's job is not interrupted", e);
      }
    }

    @Override
    public Answer call(Object target, String method, List<Object> arguments) {
      return method.equals("hashCode") ? Answer.of(42) : Answer.pass();
    }

    @Override
    public NavigableSet<String> pythonVersions() {
      return new TreeSet<>(Set.of("3.10", "3.11"));
    }

    @Override
    public NavigableSet<String> settingsWithoutEffect(Map<String, String> wanted) {
      return new TreeSet<>(wanted.keySet());
    }

    @Override
    public void cancel(CommandId command) {
      CountDownLatch job = jobs.get(command);
      if (job != null) {
        job.countDown();
      }
    }

    @Override
    public void close() {
      events.add("close " + user + " on " + Thread.currentThread().getName());
    }
  }
}
