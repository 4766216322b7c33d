package org.drystone.registry.py4j;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.drystone.registry.CancelledException;
import org.drystone.registry.py4j.spi.CommandId;
import org.drystone.registry.py4j.spi.SessionExtension;
import org.jspecify.annotations.Nullable;

/** The commands of one session that run now, each within the engine's frame for this session. */
final class RunningCommands {

  private static final AtomicLong COUNTER = new AtomicLong();
  private static final ThreadLocal<@Nullable RunningCommand> CURRENT = new ThreadLocal<>();
  private static final String JVM = Long.toString(ProcessHandle.current().pid(), 36);

  private final SessionExtension extension;
  private final Set<RunningCommand> running = ConcurrentHashMap.newKeySet();

  RunningCommands(SessionExtension extension) {
    this.extension = extension;
  }

  /**
   * Runs a command on this thread.
   *
   * @throws CancelledException if its client is gone already
   * @throws Exception whatever the body throws
   */
  <T> T run(Callable<T> body) throws Exception {
    RunningCommand outer = CURRENT.get();
    Interruption interruption = new Interruption(outer == null ? null : outer.interruption());
    RunningCommand command = new RunningCommand(newId(), Connection.current(), interruption);
    running.add(command);
    CURRENT.set(command);
    try {
      if (command.connection().filter(Connection::isOver).isPresent()) {
        throw new CancelledException(
            "The command was not started", "its client is gone", "Call again");
      }
      return extension.around(command.id(), body);
    } finally {
      CURRENT.set(outer);
      running.remove(command);
    }
  }

  /**
   * Runs a part of this thread's command so that it is interrupted when the command is cancelled.
   */
  <T> T interruptibly(Interruption.Kind kind, Callable<T> body) throws Exception {
    RunningCommand command = CURRENT.get();
    return command == null ? body.call() : command.interruption().permit(kind, body);
  }

  /** Cancels what that connection runs, because nobody is there any more to hear the answer. */
  void cancelOf(Connection connection) {
    cancel(command -> command.connection().equals(Optional.of(connection)));
  }

  void cancelAll() {
    cancel(command -> true);
  }

  /** Ends all waiting for news. */
  void endPolls() {
    running.forEach(command -> command.interruption().interruptPoll());
  }

  private void cancel(Predicate<RunningCommand> which) {
    for (RunningCommand command : running) {
      if (which.test(command)) {
        command.interruption().interrupt();
        extension.cancel(command.id());
      }
    }
  }

  private static CommandId newId() {
    return new CommandId("drystone-" + JVM + "-" + COUNTER.incrementAndGet());
  }
}
