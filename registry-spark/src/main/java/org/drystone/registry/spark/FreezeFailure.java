package org.drystone.registry.spark;

import org.drystone.registry.Name;
import org.drystone.registry.UnavailableException;

/** Says in the words of the registry why Spark could not do something. */
final class FreezeFailure {

  private FreezeFailure() {}

  /** The DataFrame for that name could not be frozen. */
  static UnavailableException of(Name name, Throwable cause) {
    return unavailable("The DataFrame for " + name + " could not be frozen", cause);
  }

  static UnavailableException unavailable(String problem, Throwable cause) {
    UnavailableException failure =
        new UnavailableException(
            problem, innermost(cause), "Mend the cause and try again; nothing was left behind");
    failure.initCause(cause);
    return failure;
  }

  /** The first line of the message at the bottom, where the user's own mistake usually stands. */
  private static String innermost(Throwable thrown) {
    Throwable bottom = thrown;
    while (bottom.getCause() != null) {
      bottom = bottom.getCause();
    }
    String text = bottom.toString();
    return text.lines().findFirst().orElse(text);
  }
}
