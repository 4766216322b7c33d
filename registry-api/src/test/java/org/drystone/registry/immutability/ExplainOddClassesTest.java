package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Classes that are hard to read. */
class ExplainOddClassesTest {

  private final ImmutabilityChecker checker = new ImmutabilityChecker();

  @Test
  void a_class_whose_file_nobody_shows_is_explained_as_far_as_reflection_goes() throws Exception {
    Class<?> unreadable = new Reloading("no such class").loadClass(Acme.Report.class.getName());
    Explanation explained = checker.explain(unreadable);
    assertThat(explained.finding()).isEqualTo(Finding.MUTABLE);
    assertThat(explained.parts()).extracting(Explanation.Part::name).contains("title", "hash");
    assertThat(explained.text())
        .containsPattern("hash +int +UNKNOWN +is not final, in a class that cannot be read");
  }

  @Test
  void classes_within_methods_are_called_by_their_names() {
    record Local(String text) {}
    Object anonymous = new Object() {};
    assertThat(checker.explain(Local.class).summary())
        .isEqualTo(
            "org.drystone.registry.immutability.ExplainOddClassesTest.Local cannot change (known)");
    assertThat(checker.explain(anonymous.getClass()).summary())
        .startsWith("org.drystone.registry.immutability.ExplainOddClassesTest.1 can");
  }

  @Test
  void a_class_of_which_a_part_is_missing_says_so() throws Exception {
    Class<?> torso =
        new Reloading(Acme.Answer.class.getName()).loadClass(Acme.Poll.class.getName());
    Explanation explained = checker.explain(torso);
    assertThat(explained.finding()).isEqualTo(Finding.UNKNOWN);
    assertThat(explained.text())
        .contains("Acme.Poll may change: nothing shows that it cannot.")
        .contains("A part of it cannot be loaded, or not understood")
        .contains("Acme$Answer")
        .contains("To fix it: put all that it needs on the class path, or use another type.");
  }

  @Test
  void whatever_the_jdk_has_in_java_util_has_an_explanation() throws Exception {
    List<Class<?>> types = classesOf("/modules/java.base/java/util");
    assertThat(types).hasSizeGreaterThan(300);
    assertThat(types)
        .allSatisfy(type -> assertThat(checker.explain(type).text()).startsWith("java.util."));
  }

  private static List<Class<?>> classesOf(String directory) throws Exception {
    Path path = FileSystems.getFileSystem(URI.create("jrt:/")).getPath(directory);
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class"))
          .<Class<?>>map(
              file ->
                  Class.forName(
                      Object.class.getModule(), "java.util." + file.replace(".class", "")))
          .toList();
    }
  }

  /** Loads the test's classes anew, shows nobody their files, and misses one of them. */
  private static final class Reloading extends ClassLoader {

    private final String missing;

    Reloading(String missing) {
      super(null);
      this.missing = missing;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.equals(missing)) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream file =
          ExplainOddClassesTest.class
              .getClassLoader()
              .getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
