package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.drystone.registry.ConflictException;
import org.drystone.registry.ErrorCode;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Publication;
import org.drystone.registry.VersionId;
import org.junit.jupiter.api.Test;

/** Compare-and-set, and first versions. */
abstract class ConditionsContract extends Facet {

  private static final Key<String> KEY = Key.of("ada/x", String.class);

  ConditionsContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void if_absent_publishes_only_the_first_version() {
    ada.publish(KEY, "one", Publication::ifAbsent);

    assertConflict(
        Publication::ifAbsent, "only if it was absent, but ada/x:v1 is there now, by ada");
  }

  @Test
  void replacing_publishes_only_over_that_version() {
    Label first = ada.publish(KEY, "one");
    ada.publish(KEY, "two", with -> with.replacing(first));

    assertConflict(
        with -> with.replacing(first), "to replace ada/x:v1, but ada/x:v2 is there now, by ada");
  }

  @Test
  void replacing_what_was_never_there_is_a_conflict() {
    VersionId never = new VersionId(KEY.name(), 1);

    assertThatThrownBy(() -> ada.publish(KEY, "x", with -> with.replacing(never)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("there is no version of it now");
  }

  @Test
  void a_version_of_another_name_replaces_nothing() {
    ada.publish(KEY, "one");
    Label other = ada.publish(Key.of("ada/y", String.class), "other");

    assertConflict(with -> with.replacing(other), "to replace ada/y:v1");
  }

  @Test
  void the_conditions_do_not_disturb_the_other_settings() {
    Label first = ada.publish(KEY, "one");

    Label second =
        ada.publish(KEY, "two", with -> with.replacing(first).tagged("a").describedAs("d"));

    assertThat(second.tags()).containsExactly("a");
    assertThat(second.description()).hasValue("d");
  }

  private void assertConflict(
      java.util.function.UnaryOperator<Publication> with, String expectedReason) {
    long revision = ada.position().revision();
    assertThatThrownBy(() -> ada.publish(KEY, "late", with))
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
              assertThat(e.reason()).contains(expectedReason);
            });
    assertThat(ada.position().revision()).isEqualTo(revision);
  }
}
