package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drystone.registry.values.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code explain} shows, against approved examples. Where one changes for the better, the new
 * text is in {@code target/explain}: copy it over the approved one.
 */
class ExplainTest {

  private static final Path APPROVED =
      Path.of("src/test/resources/org/drystone/registry/immutability/explain");
  private static final Path ACTUAL = Path.of("target/explain");

  private final ImmutabilityChecker checker = new ImmutabilityChecker();

  static Stream<Arguments> examples() {
    return Stream.of(
        arguments("record", Acme.Point.class),
        arguments("record-of-anything", Acme.Row.class),
        arguments("class-with-date-and-cache", Acme.Report.class),
        arguments("class-with-written-fields", Acme.Counter.class),
        arguments("class-with-its-own-arrays", Acme.Series.class),
        arguments("record-with-shared-arrays", Acme.Shared.class),
        arguments("class-never-written", Acme.Built.class),
        arguments("class-declared-immutable", Acme.Declared.class),
        arguments("class-without-fields", Acme.Empty.class),
        arguments("inherited-fields", Acme.Derived.class),
        arguments("abstract-class", Acme.Template.class),
        arguments("sealed-interface", Acme.Shape.class),
        arguments("sealed-immutable", Acme.Answer.class),
        arguments("fields-of-all-types", Acme.Poll.class),
        arguments("enum", Acme.Planet.class),
        arguments("enum-that-changes", Acme.Moody.class),
        arguments("lambda", Acme.lambda("a", new Date(0)).getClass()),
        arguments("proxy", proxy().getClass()),
        arguments("interface", List.class),
        arguments("jdk-value", Instant.class),
        arguments("jdk-immutable-collection", List.of(1, 2, 3).getClass()),
        arguments("jdk-view", Collections.unmodifiableCollection(List.of()).getClass()),
        arguments("jdk-collection", ArrayList.class),
        arguments("jdk-optional", Optional.class),
        arguments("jdk-mutable", Date.class),
        arguments("library-type", ByteString.class),
        arguments("array", byte[].class),
        arguments("primitive", int.class));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void a_class_is_explained_as_approved(String example, Class<?> type) throws IOException {
    String actual = withoutNumbers(checker.explain(type).text());
    Path approved = APPROVED.resolve(example + ".txt");
    Files.createDirectories(ACTUAL);
    Files.writeString(ACTUAL.resolve(example + ".txt"), actual);
    assertThat(actual)
        .as(
            "The explanation of %s. If the new one is right: cp %s %s",
            type.getName(), ACTUAL.resolve(example + ".txt"), approved)
        .isEqualTo(Files.exists(approved) ? Files.readString(approved) : "(not approved yet)");
  }

  @Test
  void each_approved_text_belongs_to_an_example() throws IOException {
    try (Stream<Path> approved = Files.list(APPROVED)) {
      assertThat(approved.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              examples().map(example -> example.get()[0] + ".txt").toList());
    }
  }

  @Test
  void the_parts_tell_what_the_text_shows() {
    Explanation report = checker.explain(Acme.Report.class);
    assertThat(report.finding()).isEqualTo(Finding.MUTABLE);
    assertThat(report.evidence()).isEmpty();
    assertThat(report.parts())
        .extracting(Explanation.Part::name, Explanation.Part::finding)
        .containsExactly(
            tuple("title", Finding.IMMUTABLE),
            tuple("rows", Finding.CONDITIONAL),
            tuple("when", Finding.MUTABLE),
            tuple("hash", Finding.IMMUTABLE));
    assertThat(report.parts().get(3).evidence()).contains(Evidence.CACHES);
  }

  @Test
  void trusted_classes_are_explained_as_such() {
    ImmutabilityChecker trusting =
        ImmutabilityChecker.builder()
            .trust(Acme.Base.class, "nobody counts its hits")
            .trust(Acme.Counter.class, "stopped")
            .build();
    assertThat(trusting.explain(Acme.Counter.class).text())
        .isEqualTo(
            """
            org.drystone.registry.immutability.Acme.Counter cannot change (override).
            Acme.Counter is trusted (stopped).
            """);
    assertThat(trusting.explain(Acme.Poll.class).text())
        .containsPattern("base +Acme.Base<String> +depends +final; Acme.Base is trusted");
  }

  private static Object proxy() {
    return Proxy.newProxyInstance(
        ExplainTest.class.getClassLoader(),
        new Class<?>[] {Runnable.class},
        (proxy, method, arguments) -> null);
  }

  /** The JDK numbers its proxies as they come. */
  private static String withoutNumbers(String text) {
    return text.replaceAll("proxy\\d+\\.\\$Proxy\\d+", "proxy0.\\$Proxy0");
  }
}
