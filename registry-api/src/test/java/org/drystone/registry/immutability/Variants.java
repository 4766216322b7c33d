package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A class {@code lib.Make} that cannot change, and others that differ from it in few places. */
record Variants(Released released, String source) {

  /** The class as it is, and with one text after another in its place. */
  Stream<DynamicTest> differ(String because, String... textsAndOthers) {
    return Twins.differ(
        because,
        released.inDirectory(source),
        released.inDirectory(replaced(source, textsAndOthers)));
  }

  /** The source with others in place of some texts, each of which is there. */
  static String replaced(String source, String... textsAndOthers) {
    String replaced = source;
    for (int i = 0; i < textsAndOthers.length; i += 2) {
      if (!replaced.contains(textsAndOthers[i])) {
        throw new IllegalArgumentException(textsAndOthers[i]);
      }
      replaced = replaced.replace(textsAndOthers[i], textsAndOthers[i + 1]);
    }
    return replaced;
  }
}
