package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Query;
import org.drystone.registry.TypeRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Searching. */
abstract class SearchContract extends Facet {

  SearchContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @BeforeEach
  void publish() {
    ada.publish(
        Key.of("shared/delayed Flights", String.class),
        "x",
        with -> with.describedAs("Arrivals after *midnight*").tagged("gold", "nyc"));
    clock.step();
    grace.publish(Key.of("shared/planes", Integer.class), 7, with -> with.tagged("nyc"));
    clock.step();
    ada.publish(Key.of("shared/weather", String.class), "rain");
  }

  @ParameterizedTest
  @CsvSource({
    "flight, shared/delayed Flights",
    "FLIGHTS delayed, shared/delayed Flights",
    "midnight, shared/delayed Flights",
    "gold, shared/delayed Flights",
    "shared/wea, shared/weather",
    "nyc plane, shared/planes",
  })
  void finds_words_in_names_descriptions_and_tags(String words, String name) {
    assertThat(found(all -> all.text(words))).containsExactly(name);
  }

  @Test
  void all_words_must_occur_and_no_words_occur_everywhere() {
    assertThat(found(all -> all.text("midnight planes"))).isEmpty();
    assertThat(found(all -> all.text("  "))).hasSize(3);
  }

  @Test
  void words_in_decomposed_letters_are_the_same_words() {
    ada.publish(Key.of("ada/Caf\u00e9", String.class), "x");

    assertThat(found(all -> all.text("cafe\u0301"))).containsExactly("ada/Caf\u00e9");
  }

  @Test
  void all_tags_must_be_there() {
    assertThat(found(all -> all.tag("nyc"))).hasSize(2);
    assertThat(found(all -> all.tag("nyc").tag("gold"))).containsExactly("shared/delayed Flights");
  }

  @Test
  void can_ask_for_what_is_readable_as_a_type() {
    assertThat(found(all -> all.readableAs(Number.class))).containsExactly("shared/planes");
    assertThat(found(all -> all.readableAs(int.class))).containsExactly("shared/planes");
    assertThat(found(all -> all.readableAs(new TypeRef<List<String>>() {}))).isEmpty();
    assertThat(found(all -> all.readableAs(Object.class))).hasSize(3);
  }

  @Test
  void can_ask_for_a_publisher() {
    assertThat(found(all -> all.publisher(GRACE))).containsExactly("shared/planes");
  }

  @Test
  void can_ask_for_a_time_that_ends_before_its_end() {
    Instant second = NOON.plus(SteppingClock.STEP);

    assertThat(found(all -> all.publishedSince(second)))
        .containsExactly("shared/planes", "shared/weather");
    assertThat(found(all -> all.publishedBefore(second))).containsExactly("shared/delayed Flights");
    assertThat(found(all -> all.publishedSince(second).publishedBefore(second.plusNanos(1))))
        .containsExactly("shared/planes");
  }

  @Test
  void conditions_add_up() {
    assertThat(found(all -> all.in("shared").tag("nyc").publisher(ADA).text("flights")))
        .containsExactly("shared/delayed Flights");
  }

  @Test
  void what_a_reader_may_not_see_is_not_found() {
    ada.publish(Key.of("ada/secret flights", String.class), "x", with -> with.tagged("gold"));

    assertThat(found(all -> all.text("secret"))).containsExactly("ada/secret flights");
    assertThat(grace.list(Query.all().text("secret")).labels()).isEmpty();
    assertThat(grace.list(Query.all().tag("gold")).labels()).hasSize(1);
  }

  @Test
  void only_the_latest_version_counts() {
    ada.publish(Key.of("shared/weather", String.class), "x");

    assertThat(found(all -> all.text("dep_delay"))).isEmpty();
  }

  private List<String> found(UnaryOperator<Query> query) {
    return ada.list(query.apply(Query.all())).labels().stream()
        .map(label -> label.name().toString())
        .toList();
  }
}
