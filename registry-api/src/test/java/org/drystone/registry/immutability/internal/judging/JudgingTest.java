package org.drystone.registry.immutability.internal.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that lead back to each other: what is found does not depend on who is asked first. */
class JudgingTest {

  private static final int CHAIN = 100;

  private static final String KNOT =
      """
      package knot;
      interface Knot {
        /** Caches a part, which leads back here. */
        final class Whole {
          private final String name;
          private Part part;
          Whole(String name) { this.name = name; }
          Part part() {
            Part p = part;
            if (p == null) { p = new Part(this); part = p; }
            return p;
          }
        }
        final class Part {
          private final Whole whole;
          Part(Whole whole) { this.whole = whole; }
        }
        sealed interface Term permits Num, Sum, Half {}
        record Num(int value) implements Term {}
        record Sum(Term left, Term right) implements Term {}
        record Half(Leaf leaf) implements Term {}
        record Leaf(String text) {}
        final class Changing {
          private final Bound bound = null;
          int count;
        }
        record Bound(Changing changing, Half half) {}
      }
      """;

  @TempDir static Path directory;

  private static List<String> names = List.of();

  @BeforeAll
  static void compile() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("knot"));
    Files.writeString(folder.resolve("Knot.java"), KNOT);
    Files.writeString(folder.resolve("Chain.java"), chain());
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                folder.resolve("Knot.java").toString(),
                folder.resolve("Chain.java").toString());
    assertThat(status).isZero();
    try (var files = Files.list(folder)) {
      names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".class"))
              .map(file -> "knot." + file.substring(0, file.length() - ".class".length()))
              .sorted()
              .toList();
    }
  }

  private static String chain() {
    return IntStream.range(0, CHAIN)
        .mapToObj(i -> "record C" + i + "(" + (i + 1 < CHAIN ? "C" + (i + 1) : "int") + " next) {}")
        .collect(Collectors.joining("\n", "package knot;\ninterface Chain {\n", "\n}\n"));
  }

  @Test
  void what_is_found() throws Exception {
    assertThat(judge(names))
        .containsEntry("knot.Chain$C0", "IMMUTABLE PROVEN")
        .containsEntry("knot.Knot$Whole", "CONDITIONAL CACHES")
        .containsEntry("knot.Knot$Part", "CONDITIONAL PROVEN")
        .containsEntry("knot.Knot$Sum", "CONDITIONAL PROVEN")
        .containsEntry("knot.Knot$Half", "IMMUTABLE KNOWN")
        .containsEntry("knot.Knot$Changing", "MUTABLE PROVEN")
        .containsEntry("knot.Knot$Bound", "CONDITIONAL KNOWN");
  }

  @Test
  void each_class_first() throws Exception {
    Map<String, String> expected = judge(names);
    for (String first : names) {
      List<String> order = new ArrayList<>(names);
      order.remove(first);
      order.add(0, first);
      assertThat(judge(order)).as(first).isEqualTo(expected);
    }
  }

  @Test
  void any_order() throws Exception {
    Map<String, String> expected = judge(names);
    for (int seed = 0; seed < 30; seed++) {
      List<String> order = new ArrayList<>(names);
      Collections.shuffle(order, new Random(seed));
      assertThat(judge(order)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @RepeatedTest(5)
  void several_threads_at_once() throws Exception {
    Map<String, String> expected = judge(names);
    Map<String, String> found = new ConcurrentSkipListMap<>();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (URLClassLoader loader = loader()) {
      CyclicBarrier start = new CyclicBarrier(4);
      List<Future<?>> all =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            List<String> order = new ArrayList<>(names);
                            Collections.rotate(order, i * names.size() / 4);
                            start.await();
                            found.putAll(judge(order, loader));
                            return null;
                          }))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(found).isEqualTo(expected);
  }

  private static Map<String, String> judge(List<String> order) throws Exception {
    try (URLClassLoader loader = loader()) {
      return judge(order, loader);
    }
  }

  private static Map<String, String> judge(List<String> order, ClassLoader loader)
      throws Exception {
    Map<String, String> found = new TreeMap<>();
    for (String name : order) {
      ClassJudgement judgement = ClassJudge.of(loader.loadClass(name));
      found.put(name, judgement.finding() + " " + judgement.evidence());
    }
    return found;
  }

  private static URLClassLoader loader() throws Exception {
    return new URLClassLoader(new URL[] {directory.toUri().toURL()}, null);
  }
}
