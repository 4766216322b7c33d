package org.drystone.registry.spark;

import java.util.Map;
import org.drystone.registry.InvalidArgumentException;

/**
 * What a publisher can choose for a DataFrame.
 *
 * @param caching whether the rows are also kept in the memory of the cluster
 */
record FreezeOptions(Caching caching) {

  /** The key of {@link #caching} among the options and in the details of a label. */
  static final String CACHE = "cache";

  /** Where the rows of a snapshot are kept beside its files. */
  enum Caching {
    /** Nowhere. */
    NONE,
    /** In the executors' memory, and on their disks what does not fit. */
    MEMORY
  }

  /**
   * Reads the options of a publication.
   *
   * @throws InvalidArgumentException if there is one that is not known, or with an unknown value
   */
  static FreezeOptions of(Map<String, String> options) {
    Caching caching = Caching.NONE;
    for (Map.Entry<String, String> option : options.entrySet()) {
      if (!option.getKey().equals(CACHE)) {
        throw unknown(option, "there is only the option \"cache\"", "Leave it out");
      }
      caching =
          switch (option.getValue()) {
            case "memory" -> Caching.MEMORY;
            case "none" -> Caching.NONE;
            default -> throw unknown(option, "it is not known", "Use \"memory\" or \"none\"");
          };
    }
    return new FreezeOptions(caching);
  }

  private static InvalidArgumentException unknown(
      Map.Entry<String, String> option, String reason, String remedy) {
    return new InvalidArgumentException(
        "The option " + option.getKey() + "=" + option.getValue() + " cannot be used for a table",
        reason,
        remedy);
  }
}
