package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelTextsTest {

  private static final Key<String> KEY = Key.of("ada/x", String.class);
  private static final URI TICKET = URI.create("https://tickets.example/42");

  private final Hub hub = Hub.create();
  private final Registry ada = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void a_label_tells_what_the_publisher_said() {
    Label label =
        ada.publish(
            KEY,
            "x",
            with ->
                with.describedAs("# Delays\nwithout *cancelled* flights")
                    .tagged("gold")
                    .tagged("nyc", "gold")
                    .property("source", "old")
                    .property("source", "BTS")
                    .link("ticket", TICKET)
                    .madeBy(Origin.of(Origin.Kind.NOTEBOOK, "delays.ipynb").atCommit("3F2A91C")));

    assertThat(label.description()).hasValue("# Delays\nwithout *cancelled* flights");
    assertThat(label.tags()).containsExactly("gold", "nyc");
    assertThat(label.properties()).isEqualTo(Map.of("source", "BTS"));
    assertThat(label.links()).isEqualTo(Map.of("ticket", TICKET));
    assertThat(label.madeBy().orElseThrow()).hasToString("notebook delays.ipynb at 3f2a91c");
    assertThat(ada.describe(KEY)).isEqualTo(label);
  }

  @Test
  void a_label_does_not_change_with_the_tags_that_its_builder_was_given() {
    NavigableSet<String> tags = new TreeSet<>(Set.of("gold"));
    Label label = Label.builder().from(ada.publish(KEY, "x")).tags(tags).build();

    tags.clear();

    assertThat(label.tags()).containsExactly("gold");
  }

  static Stream<UnaryOperator<Publication>> refused() {
    return Stream.of(
        with -> with.describedAs(" "),
        with -> with.describedAs("x".repeat(100_001)),
        with -> with.describedAs("bell \u0007"),
        with -> with.tagged("fine", ""),
        with -> with.tagged("two\nlines"),
        with -> with.tagged("x".repeat(129)),
        with -> with.tagged("half \uD83D"),
        with -> with.property("", "x"),
        with -> with.property("x", "y".repeat(10_001)),
        with -> with.option("", "x"),
        with -> with.option("x".repeat(129), "x"),
        with -> with.evenIfMutable(" "),
        with -> with.evenIfMutable("x".repeat(1001)),
        with -> with.link("", TICKET),
        with -> with.madeBy(Origin.of(Origin.Kind.PROGRAM, "")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void texts_that_cannot_be_shown_are_refused_before_anything_is_published(
      UnaryOperator<Publication> with) {
    assertThatThrownBy(() -> ada.publish(KEY, "x", with))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(ada.position().revision()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "half \uD83D", "bell \u0007"})
  void a_removal_is_told_with_a_text_that_can_be_shown_or_none(String reason) {
    Label label = ada.publish(KEY, "x");

    assertThatThrownBy(() -> ada.unpublish(KEY.name(), how -> how.because(reason)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> Removal.plain().because("x".repeat(1001)))
        .isInstanceOf(InvalidArgumentException.class);
    assertThat(ada.describe(KEY)).isEqualTo(label);
  }

  @Test
  void a_property_may_be_empty_and_a_text_as_long_as_allowed() {
    Label label =
        ada.publish(
            KEY, "x", with -> with.property("empty", "").tagged("\uD83D\uDE00".repeat(128)));

    assertThat(label.properties()).containsEntry("empty", "");
    assertThat(label.tags()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//host/x",
        "page",
        "http:x"
      })
  void only_addresses_of_pages_can_be_links(String address) {
    assertThatThrownBy(() -> Publication.plain().link("x", URI.create(address)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("no absolute http or https address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3f2a9", "HEAD", "3f2a91g", "3f2a91c "})
  void a_commit_is_a_hash(String commit) {
    Origin program = Origin.of(Origin.Kind.PROGRAM, "etl");

    assertThatThrownBy(() -> program.atCommit(commit)).isInstanceOf(InvalidArgumentException.class);
  }
}
