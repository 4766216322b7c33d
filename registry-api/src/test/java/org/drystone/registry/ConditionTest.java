package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Key<String> KEY = Key.of("ada/x", String.class);

  private final Hub hub = Hub.create();
  private final Registry registry = Users.ada(hub);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void if_absent_publishes_only_the_first_version() {
    registry.publish(KEY, "one", Publication::ifAbsent);

    assertConflict(
        Publication::ifAbsent, "only if it was absent, but ada/x:v1 is there now, by ada");
  }

  @Test
  void replacing_publishes_only_over_that_version() {
    Label first = registry.publish(KEY, "one");
    registry.publish(KEY, "two", with -> with.replacing(first));

    assertConflict(
        with -> with.replacing(first), "to replace ada/x:v1, but ada/x:v2 is there now, by ada");
  }

  @Test
  void replacing_what_was_never_there_is_a_conflict() {
    VersionId never = new VersionId(KEY.name(), 1);

    assertThatThrownBy(() -> registry.publish(KEY, "x", with -> with.replacing(never)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("there is no version of it now");
  }

  @Test
  void a_version_of_another_name_replaces_nothing() {
    registry.publish(KEY, "one");
    Label other = registry.publish(Key.of("ada/y", String.class), "other");

    assertConflict(with -> with.replacing(other), "to replace ada/y:v1");
  }

  @Test
  void the_conditions_do_not_disturb_the_other_settings() {
    Label first = registry.publish(KEY, "one");

    Label second =
        registry.publish(KEY, "two", with -> with.replacing(first).tagged("a").describedAs("d"));

    assertThat(second.tags()).containsExactly("a");
    assertThat(second.description()).hasValue("d");
  }

  private void assertConflict(
      java.util.function.UnaryOperator<Publication> with, String expectedReason) {
    long revision = registry.position().revision();
    assertThatThrownBy(() -> registry.publish(KEY, "late", with))
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
              assertThat(e.reason()).contains(expectedReason);
            });
    assertThat(registry.position().revision()).isEqualTo(revision);
  }
}
