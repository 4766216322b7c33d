package org.drystone.registry.spark.pyspark;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.InvalidArgumentException;

/**
 * Which Python runs the functions of a client. A function travels as the byte code of the client's
 * version and runs with no other.
 */
final class Pythons {

  private final String standard;
  private final Map<String, String> configured;
  private final Map<String, String> found = new ConcurrentHashMap<>();

  /**
   * Looks at nothing yet.
   *
   * @param standard the executable that the hub's workers use where a client names none
   * @param configured version -> executable, chosen by the owner of the hub
   */
  Pythons(String standard, Map<String, String> configured) {
    this.standard = standard;
    this.configured = Map.copyOf(configured);
  }

  /** These and that one. */
  Pythons with(String version, String executable) {
    Map<String, String> more = new TreeMap<>(configured);
    more.put(version, executable);
    return new Pythons(standard, more);
  }

  /** The versions that are there for every client. */
  NavigableSet<String> versions() {
    NavigableSet<String> all = new TreeSet<>(configured.keySet());
    version(standard).ifPresent(all::add);
    return all;
  }

  /**
   * The executable for a client's functions: the one that the hub's owner chose for the version,
   * otherwise the client's own where it is found here (it has the client's packages), otherwise the
   * hub's.
   *
   * @throws InvalidArgumentException if the hub does not have that version
   */
  String executableFor(String version, String ofClient) {
    if (!versions().contains(version)) {
      throw new InvalidArgumentException(
          "Python functions of this client cannot run here",
          "it has Python " + version + ", the hub has " + String.join(", ", versions()),
          "Use one of the hub's versions, or ask the owner of the hub to add an executable of"
              + " Python "
              + version);
    }
    String chosen = configured.get(version);
    if (chosen != null) {
      return chosen;
    }
    return version(ofClient).filter(version::equals).isPresent() ? ofClient : standard;
  }

  private Optional<String> version(String executable) {
    Optional<String> known = Optional.ofNullable(found.get(executable));
    if (known.isPresent()) {
      return known;
    }
    Optional<String> asked = PythonProbe.version(executable);
    asked.ifPresent(version -> found.put(executable, version));
    return asked;
  }
}
