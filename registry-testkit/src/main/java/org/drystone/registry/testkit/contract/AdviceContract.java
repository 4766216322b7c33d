package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.drystone.registry.Change;
import org.drystone.registry.Deprecation;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Ref;
import org.drystone.registry.Right;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words against names and versions. */
abstract class AdviceContract extends Facet {

  private static final Key<String> PLAN = Key.of("shared/plan", String.class);
  private static final Key<String> BETTER = Key.of("shared/better", String.class);
  private static final Key<String> SECRET = Key.of("ada/secret", String.class);

  AdviceContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @BeforeEach
  void publish() {
    ada.publish(PLAN, "1");
    ada.publish(PLAN, "2");
    ada.publish(BETTER, "b");
    ada.publish(SECRET, "s");
  }

  @Test
  void the_readers_of_a_name_are_told() {
    ada.advice().deprecate(PLAN, "wrong zone", BETTER);

    Deprecation word =
        new Deprecation("wrong zone", Optional.of(Ref.parse("shared/better")), ADA, NOON);
    assertThat(grace.status(PLAN).deprecation()).hasValue(word);
    assertThat(grace.read(PLAN.version(1)).deprecation()).hasValue(word);
    assertThat(grace.get(PLAN)).as("it stays readable").isEqualTo("2");
  }

  @Test
  void the_label_stays_as_it_is() {
    Label before = grace.describe(PLAN);

    ada.advice().deprecate(PLAN, "wrong zone");

    assertThat(grace.describe(PLAN)).isEqualTo(before);
  }

  @Test
  void one_version_can_be_deprecated_alone_and_its_own_word_goes_first() {
    ada.advice().deprecate(PLAN.version(1), "cancelled flights", PLAN);
    assertThat(grace.status(PLAN).deprecation()).isEmpty();
    assertThat(reason(PLAN.version(1))).hasValue("cancelled flights");

    ada.advice().deprecate(PLAN, "all wrong");
    assertThat(reason(PLAN)).hasValue("all wrong");
    assertThat(reason(PLAN.version(1))).hasValue("cancelled flights");
  }

  @Test
  void a_word_against_a_name_is_against_its_next_versions_too() {
    ada.advice().deprecate(PLAN, "all wrong");
    ada.publish(PLAN, "3");

    assertThat(reason(PLAN)).hasValue("all wrong");
  }

  @Test
  void a_word_can_be_replaced_and_taken_back() {
    ada.advice().deprecate(PLAN, "first");
    ada.advice().deprecate(PLAN, "second");
    assertThat(reason(PLAN)).hasValue("second");

    Position taken = ada.advice().reinstate(PLAN);
    assertThat(reason(PLAN)).isEmpty();
    assertThat(ada.advice().reinstate(PLAN)).as("nothing to take back").isEqualTo(taken);
  }

  @Test
  void the_change_feed_tells_it() throws Exception {
    Position before = ada.position();
    ada.advice().deprecate(PLAN.version(1), "wrong", BETTER);
    ada.advice().reinstate(PLAN.version(1));

    try (Watch watch = grace.changes().after(before)) {
      Deprecation word = new Deprecation("wrong", Optional.of(ref(BETTER)), ADA, NOON);
      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactly(new Change.DeprecationChanged(ref(PLAN.version(1)), Optional.of(word)));
      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactly(new Change.DeprecationChanged(ref(PLAN.version(1)), Optional.empty()));
    }
  }

  @Test
  void what_a_reader_may_not_see_is_never_told_as_the_better_one() throws Exception {
    Position before = ada.position();
    ada.advice().deprecate(PLAN, "wrong", SECRET);

    assertThat(ada.status(PLAN).deprecation().orElseThrow().instead()).hasValue(ref(SECRET));
    assertThat(grace.status(PLAN).deprecation().orElseThrow().instead()).isEmpty();
    assertThat(grace.read(PLAN).deprecation().orElseThrow().instead()).isEmpty();
    try (Watch watch = grace.changes().after(before)) {
      assertThat(watch.next(Duration.ZERO).orElseThrow().toString()).doesNotContain("secret");
    }
    assertThatThrownBy(() -> grace.advice().deprecate(PLAN, "wrong", SECRET))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void only_who_may_publish_a_name_may_speak_against_it() {
    assertThatThrownBy(() -> grace.advice().deprecate(PLAN, "wrong"))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> grace.advice().reinstate(PLAN))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> grace.advice().deprecate(SECRET, "wrong"))
        .isInstanceOf(NotFoundException.class);

    ada.access().grant(PLAN.name(), GRACE, Right.WRITE);
    grace.advice().deprecate(PLAN, "wrong");

    assertThat(ada.status(PLAN).deprecation().orElseThrow().author()).isEqualTo(GRACE);
  }

  @Test
  void what_makes_no_sense_is_refused() {
    Position before = ada.position();

    assertThatThrownBy(() -> ada.advice().deprecate(PLAN, " "))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> ada.advice().deprecate(PLAN, "x", Ref.parse("shared/plan")))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("instead of itself");
    assertThatThrownBy(() -> ada.advice().deprecate(PLAN.alias("prod"), "x"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("an alias may point elsewhere");
    assertThatThrownBy(() -> ada.advice().deprecate(PLAN.version(9), "x"))
        .isInstanceOf(NotFoundException.class);
    assertThat(ada.position()).isEqualTo(before);
  }

  private Optional<String> reason(Ref<?> ref) {
    return grace.status(ref).deprecation().map(Deprecation::reason);
  }

  private static Ref<Object> ref(Ref<?> typed) {
    return Ref.parse(typed.toString());
  }
}
