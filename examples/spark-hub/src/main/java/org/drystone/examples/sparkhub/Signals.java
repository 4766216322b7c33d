package org.drystone.examples.sparkhub;

import java.lang.reflect.Proxy;

/**
 * Handles signals of the operating system in the place of the JVM, which would end with a status
 * other than 0.
 *
 * <p>{@code sun.misc.Signal} has no successor and is supported (JEP 260), but javac warns of it
 * with a warning that nothing suppresses; hence by reflection.
 */
final class Signals {

  private Signals() {}

  /** From now on, that signal ("TERM") runs the action on a thread of its own. */
  static void on(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object running =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                action.run();
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(name), running);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("this JVM has no sun.misc.Signal", e);
    }
  }
}
