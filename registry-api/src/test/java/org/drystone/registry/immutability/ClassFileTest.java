package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files of all versions, of none that is known, and of another class than was loaded. */
class ClassFileTest {

  private static final String FIXED =
      """
      public class Cell {
        private int n;
        public Cell() { n = 1; }
        public int n() { return n; }
      }
      """;

  private static final String CHANGING =
      """
      public class Cell {
        private int n;
        public Cell() { n = 1; }
        public int n() { return n++; }
        public void set(int m) { n = m; }
      }
      """;

  @TempDir static Path directory;

  private static byte[] fixed;
  private static byte[] changing;

  @BeforeAll
  static void compile() throws IOException {
    fixed = compile("fixed", FIXED);
    changing = compile("changing", CHANGING);
  }

  private static byte[] compile(String folder, String text) throws IOException {
    Path source = Files.createDirectories(directory.resolve(folder)).resolve("Cell.java");
    Files.writeString(source, text);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "8", "-Xlint:-options", source.toString());
    assertThat(status).isZero();
    return Files.readAllBytes(source.resolveSibling("Cell.class"));
  }

  @ParameterizedTest
  @ValueSource(ints = {52, 53, 55, 60, 61, 65, 69})
  void the_version_of_the_file_does_not_matter(int version) throws Exception {
    assertThat(check(fixed, withVersion(fixed, version))).startsWith("IMMUTABLE");
    assertThat(check(changing, withVersion(changing, version))).startsWith("MUTABLE");
  }

  @Test
  void a_file_of_an_unknown_version_decides_nothing() throws Exception {
    assertThat(check(fixed, withVersion(fixed, 199))).startsWith("UNDECIDED");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 40, 120, 200})
  void a_broken_file_decides_nothing(int length) throws Exception {
    byte[] part = java.util.Arrays.copyOf(fixed, Math.min(length, fixed.length - 1));
    assertThat(check(fixed, part)).startsWith("UNDECIDED");
  }

  @Test
  void a_file_of_another_class_decides_nothing() throws Exception {
    assertThat(check(changing, fixed)).startsWith("UNDECIDED");
  }

  @Test
  void a_hidden_class_has_no_file() throws Exception {
    byte[] here = ClassFileTest.class.getResourceAsStream("HiddenCell.class").readAllBytes();
    Class<?> hidden = MethodHandles.lookup().defineHiddenClass(here, true).lookupClass();
    assertThat(verdict(hidden.getDeclaredConstructor().newInstance())).startsWith("UNDECIDED");
  }

  private static String check(byte[] defined, byte[] shown) throws Exception {
    Class<?> type = new Showing(Map.of("Cell.class", shown)).define(defined);
    return verdict(type.getConstructor().newInstance());
  }

  private static String verdict(Object object) {
    return new ImmutabilityChecker().check(object).toString();
  }

  private static byte[] withVersion(byte[] file, int version) {
    byte[] other = file.clone();
    other[7] = (byte) version;
    return other;
  }
}
