package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of Java 8, whose files know no nests, from a class loader of their own. */
class ChildLoaderTest {

  private static final String SOURCE =
      """
      package child;
      public interface Chain {
        static Object of(Object head) { return new Link(head); }
        static Object copy(int[] given) { return new Codes(given.clone()); }
        static Object same(int[] given) { return new Given(given); }
        final class Link {
          private final Object head;
          private Link(Object head) { this.head = head; }
        }
        final class Codes {
          private final int[] codes;
          private int hash;
          private Codes(int[] codes) { this.codes = codes; }
          @Override public int hashCode() {
            int h = hash;
            if (h == 0) { h = java.util.Arrays.hashCode(codes); hash = h; }
            return h;
          }
        }
        final class Given {
          private final int[] codes;
          private Given(int[] codes) { this.codes = codes; }
        }
      }
      """;

  @TempDir static Path directory;

  private final ImmutabilityChecker checker = new ImmutabilityChecker();

  @BeforeAll
  static void compile() throws Exception {
    Path source = Files.createDirectories(directory.resolve("child")).resolve("Chain.java");
    Files.writeString(source, SOURCE);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release", "8", "-Xlint:-options", source.toString());
    assertThat(status).isZero();
  }

  @Test
  void what_the_outer_class_hands_in_counts() throws Exception {
    try (URLClassLoader loader = loader()) {
      assertThat(kind(make(loader, "of", Object.class, "a"))).isEqualTo(Verdict.Kind.IMMUTABLE);
      assertThat(kind(make(loader, "of", Object.class, new Date(0))))
          .isEqualTo(Verdict.Kind.MUTABLE);
      assertThat(kind(make(loader, "copy", int[].class, new int[1])))
          .isEqualTo(Verdict.Kind.IMMUTABLE);
      assertThat(kind(make(loader, "same", int[].class, new int[1])))
          .isEqualTo(Verdict.Kind.MUTABLE);
    }
  }

  @Test
  void a_judged_class_does_not_keep_its_loader_alive() throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    WeakReference<ClassLoader> loader = checkAndForget(collected);
    WeakReference<?> found = null;
    for (int attempt = 0; attempt < 100 && found == null; attempt++) {
      System.gc();
      found = (WeakReference<?>) collected.remove(100);
    }
    assertThat(found).isSameAs(loader);
  }

  private WeakReference<ClassLoader> checkAndForget(ReferenceQueue<ClassLoader> collected)
      throws Exception {
    try (URLClassLoader loader = loader()) {
      assertThat(kind(make(loader, "copy", int[].class, new int[1])))
          .isEqualTo(Verdict.Kind.IMMUTABLE);
      return new WeakReference<>(loader, collected);
    }
  }

  @Test
  void nor_does_the_package_that_was_looked_through_for_it() throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    WeakReference<ClassLoader> loader = checkReleasedAndForget(collected);
    WeakReference<?> found = null;
    for (int attempt = 0; attempt < 100 && found == null; attempt++) {
      System.gc();
      found = (WeakReference<?>) collected.remove(100);
    }
    assertThat(found).isSameAs(loader);
  }

  private WeakReference<ClassLoader> checkReleasedAndForget(ReferenceQueue<ClassLoader> collected)
      throws Exception {
    try (Released released = new Released(Files.createDirectory(directory.resolve("released")))) {
      Object made =
          released.inJar(
              "package lib; public class Make { int n; public static Object make() {"
                  + " return new Make(); } }");
      assertThat(kind(made)).isEqualTo(Verdict.Kind.IMMUTABLE);
      return new WeakReference<>(made.getClass().getClassLoader(), collected);
    }
  }

  @Test
  void a_class_without_a_file_is_undecided() throws Exception {
    Object codes = make(new WithoutFiles(), "copy", int[].class, new int[1]);
    assertThat(checker.check(codes).toString())
        .startsWith("UNDECIDED")
        .contains("Chain.Codes.hash, which is not final, in a class that cannot be read");
  }

  /** Defines classes, but shows nobody the files. */
  private static final class WithoutFiles extends ClassLoader {

    WithoutFiles() {
      super(null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try {
        byte[] file = Files.readAllBytes(directory.resolve(name.replace('.', '/') + ".class"));
        return defineClass(name, file, 0, file.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private Verdict.Kind kind(Object object) {
    return checker.check(object).kind();
  }

  private static URLClassLoader loader() throws Exception {
    return new URLClassLoader(new URL[] {directory.toUri().toURL()}, null);
  }

  private static Object make(ClassLoader loader, String factory, Class<?> type, Object argument)
      throws Exception {
    return loader.loadClass("child.Chain").getMethod(factory, type).invoke(null, argument);
  }
}
