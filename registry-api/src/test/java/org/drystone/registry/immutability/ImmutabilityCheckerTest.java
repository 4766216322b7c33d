package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Range;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.drystone.registry.values.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImmutabilityCheckerTest {

  record Row(String name, Object when) {}

  record Report(String title, List<Row> rows) {}

  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  record Drawing(Shape first, Shape second) {}

  enum Plain {
    A
  }

  enum Counting {
    A;
    int count;
  }

  static class Open {
    private final String text = "a";
  }

  static final class Extended extends Open {
    int hits;
  }

  static final class OddDecimal extends BigDecimal {
    private static final long serialVersionUID = 1L;
    int scale;

    OddDecimal() {
      super("1");
    }
  }

  private final ImmutabilityChecker checker = new ImmutabilityChecker();

  static List<Object> immutable() {
    String captured = "a";
    Supplier<String> lambda = () -> captured;
    return List.of(
        "text",
        1,
        2.5,
        'c',
        new BigDecimal("1.50"),
        UUID.randomUUID(),
        Instant.EPOCH,
        ZonedDateTime.of(2024, 1, 2, 3, 4, 5, 6, ZoneId.of("Europe/Paris")),
        Duration.ZERO,
        Path.of("a"),
        StandardCharsets.UTF_8,
        TimeUnit.DAYS,
        String.class,
        Comparator.naturalOrder(),
        new Object(),
        new int[0],
        Optional.empty(),
        Optional.of("a"),
        Map.entry("a", 1),
        List.of("a", List.of(1)),
        Set.of(1, 2, 3),
        Map.of("a", Map.of()),
        Collections.nCopies(3, "a"),
        List.of(1, 2, 3).subList(0, 2),
        ImmutableList.of("a", "b"),
        ImmutableMap.of("a", ImmutableList.of(1)),
        ImmutableSortedMap.of("a", 1),
        ImmutableListMultimap.of("a", 1),
        ImmutableTable.of(1, 2, 3),
        Range.closed(1, 2),
        ByteString.of(new byte[1]),
        new Row("a", 1),
        new Report("a", List.of(new Row("a", Optional.of(1)))),
        new Drawing(new Circle(1), new Square(2)),
        Plain.A,
        new Open(),
        lambda);
  }

  @ParameterizedTest
  @MethodSource
  void immutable(Object object) {
    assertThat(checker.check(object).toString()).startsWith("IMMUTABLE");
  }

  static List<Arguments> refused() {
    AtomicInteger counter = new AtomicInteger();
    Supplier<Integer> counting = counter::incrementAndGet;
    Map<String, Object> nested = new HashMap<>(Map.of("a", 1));
    return List.of(
        arguments(
            new Date(0), "MUTABLE: Date is a java.util.Date, which is mutable. Use java.time"),
        arguments(
            new ArrayList<>(), "MUTABLE: ArrayList is a java.util.ArrayList, which is mutable"),
        arguments(
            new Report("a", List.of(new Row("a", 1), new Row("b", new Date(0)))),
            "MUTABLE: ImmutabilityCheckerTest.Report.rows[1].when is a java.util.Date, which"),
        arguments(
            new Report("a", new ArrayList<>()),
            "Report.rows is a java.util.ArrayList, which is mutable. Use List.copyOf(..)"),
        arguments(List.of(1, nested), "MUTABLE: List[1] is a java.util.HashMap"),
        arguments(Map.of("k", new HashSet<>()), "Map[\"k\"] is a java.util.HashSet"),
        arguments(Map.of(new Row("a", new int[1]), 1), "Map.keys[0].when is an int[]"),
        arguments(Optional.of(new StringBuilder()), "Optional.get() is a java.lang.StringBuilder"),
        arguments(ImmutableList.of(new Date(0)), "[0] is a java.util.Date"),
        arguments(
            ImmutableListMultimap.of("a", new Date(0)), ".asMap()[\"a\"][0] is a java.util.D"),
        arguments(
            ImmutableSortedMap.orderedBy(ordering(counter)).put("a", 1).build(),
            "ImmutableSortedMap.comparator()"),
        arguments(
            Counting.A, "has the field ImmutabilityCheckerTest.Counting.count, which is not fi"),
        arguments(new Extended(), "Extended.hits, which is not final. Make the field final"),
        arguments(new OddDecimal(), "OddDecimal.scale, which is not final"),
        arguments(
            counting, "ImmutabilityCheckerTest lambda.arg$1 is a java.util.concurrent.atomic"),
        arguments(
            new byte[1], "MUTABLE: byte[] is a byte[], which can be written to. Use a ByteStr"),
        arguments(new RuntimeException("a"), "RuntimeException, which is mutable"),
        arguments(
            Collections.unmodifiableList(new ArrayList<>()),
            "UNDECIDED: List is an unmodifiable view of what may still change. Use List.copyOf"),
        arguments(List.of(1).iterator(), "which is mutable. Keep a List of the elements"),
        arguments(
            Proxy.newProxyInstance(
                ImmutabilityCheckerTest.class.getClassLoader(),
                new Class<?>[] {Runnable.class},
                (proxy, method, args) -> counter.incrementAndGet()),
            "<handler>.arg$1 is a java.util.concurrent.atomic.AtomicInteger"));
  }

  private static Comparator<String> ordering(AtomicInteger counter) {
    return (a, b) -> a.compareTo(b) + 0 * counter.get();
  }

  @ParameterizedTest
  @MethodSource
  void refused(Object object, String message) {
    Verdict verdict = checker.check(object);
    assertThat(verdict.toString()).contains(message);
    assertThat(verdict.kind()).isIn(Verdict.Kind.MUTABLE, Verdict.Kind.UNDECIDED);
    assertThat(verdict.fix()).isNotEmpty();
  }

  @Test
  void null_cannot_change() {
    assertThat(checker.check(null).kind()).isEqualTo(Verdict.Kind.IMMUTABLE);
  }

  @Test
  void the_weakest_evidence_is_reported() {
    assertThat(checker.check(new Circle(1)).evidence()).contains(Evidence.PROVEN);
    assertThat(checker.check(List.of(new Circle(1))).evidence()).contains(Evidence.KNOWN);
    assertThat(checker.check(new Row("a", 1)).evidence()).contains(Evidence.KNOWN);
  }
}
