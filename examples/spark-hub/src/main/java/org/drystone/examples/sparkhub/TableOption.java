package org.drystone.examples.sparkhub;

import java.nio.file.Path;
import org.drystone.registry.InvalidNameException;
import org.drystone.registry.Name;

/** {@code --table NAME=PATH}: what to publish, and the file or folder to read it from. */
record TableOption(Name name, Path path, TableFormat format) {

  /**
   * Parses {@code NAME=PATH}; a bare NAME lies in {@code shared}.
   *
   * @throws UsageException if that is no name, or there is nothing to read
   */
  static TableOption parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new UsageException(
          "--table " + text + ": NAME=PATH is needed, as in flights=flights.csv");
    }
    Path path = Path.of(text.substring(equals + 1)).toAbsolutePath().normalize();
    return new TableOption(name(text.substring(0, equals)), path, TableFormat.of(path));
  }

  private static Name name(String text) {
    try {
      return Name.parse(text);
    } catch (InvalidNameException bad) {
      throw new UsageException("--table: " + bad.problem() + ": " + bad.reason());
    }
  }
}
