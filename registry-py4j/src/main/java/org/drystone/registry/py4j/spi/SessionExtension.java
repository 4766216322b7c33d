package org.drystone.registry.py4j.spi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.Callable;

/**
 * The engine's side of one client's session. Commands of one session may run on several threads at
 * once, one for each connection.
 */
public interface SessionExtension {

  /**
   * Runs one command with everything of the engine set to this session, and restored after it,
   * however it ends.
   *
   * @param command names the command in {@link #cancel}; unique in the JVM
   * @throws Exception whatever the body throws
   */
  <T> T around(CommandId command, Callable<T> body) throws Exception;

  /** Answers {@code new className(arguments)} in the place of the JVM, or {@link Answer#pass()}. */
  Answer construct(String className, List<Object> arguments);

  /** Answers a static call in the place of the JVM, or {@link Answer#pass()}. */
  Answer callStatic(String className, String method, List<Object> arguments);

  /** Answers a call on an object in the place of the JVM, or {@link Answer#pass()}. */
  Answer call(Object target, String method, List<Object> arguments);

  /** The Python versions ("3.11") that the engine can run a client's functions with. */
  default NavigableSet<String> pythonVersions() {
    return Collections.emptyNavigableSet();
  }

  /**
   * Which of these settings, by name, cannot take effect in this engine: it runs already, with
   * another value.
   */
  default NavigableSet<String> settingsWithoutEffect(Map<String, String> wanted) {
    return Collections.emptyNavigableSet();
  }

  /**
   * Cancels what that command runs in the engine, soon. Called from another thread than the
   * command's when its client interrupted it or is gone; the command may have ended already. Never
   * blocks.
   */
  void cancel(CommandId command);

  /**
   * Ends the session: cancels its work and frees all that it holds. Called once, on a thread of its
   * own that nobody interrupts, after the last command returned or was cancelled. Never throws.
   */
  void close();
}
