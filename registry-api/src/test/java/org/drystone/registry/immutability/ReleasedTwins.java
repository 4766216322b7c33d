package org.drystone.registry.immutability;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Twins that are compiled while the test runs, and loaded as from a released jar. */
abstract class ReleasedTwins {

  @TempDir private static Path folder;

  static Released released;

  @BeforeAll
  static void open() {
    released = new Released(folder);
  }

  @AfterAll
  static void close() throws IOException {
    released.close();
  }
}
