package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Null, from programs whose compiler does not check it. */
class NullsTest {

  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);

  static Stream<Consumer<Registry>> calls() {
    return Stream.of(
        ada -> ada.access().grant(KEY.name(), Users.GRACE, none()),
        ada -> ada.access().grant(KEY.name(), none(), Right.READ),
        ada -> ada.access().revoke(KEY.name(), none()),
        ada -> ada.access().share(KEY.name(), none()),
        ada -> ada.access().ask(KEY.name(), none(), "please"),
        ada -> ada.aliases().protect(KEY.alias("prod"), none()),
        ada -> ada.aliases().set(KEY.alias("prod"), none()),
        ada -> ada.removals().retain(KEY.name(), none()),
        ada -> ada.advice().deprecate(KEY, none()),
        ada -> ada.advice().deprecate(KEY, "old", NullsTest.<Ref<?>>none()),
        ada -> ada.publish(NullsTest.<Key<Integer>>none(), 1),
        ada -> ada.publish(KEY, 2, with -> none()),
        ada -> ada.unpublish(NullsTest.<Name>none()),
        ada -> ada.unpublish(KEY.name(), how -> none()),
        ada -> ada.changes().of(none()),
        ada -> ada.changes().to(Runnable::run, none()),
        ada -> ada.changes().to(none(), commit -> {}),
        ada -> ada.getOrCompute(Key.of("ada/y", Integer.class), none()),
        ada ->
            ada.getOrCompute(Key.of("ada/y", Integer.class), () -> 1, none(), Duration.ofDays(1)));
  }

  @ParameterizedTest
  @MethodSource("calls")
  void null_is_refused_at_once_and_changes_nothing(Consumer<Registry> call) {
    try (Hub hub = Hub.create()) {
      Registry ada = Users.ada(hub);
      ada.publish(KEY, 1);
      ada.access().grant(KEY.name(), Users.GRACE, Right.READ);
      Position before = ada.position();

      assertThatThrownBy(() -> call.accept(ada)).isInstanceOf(NullPointerException.class);

      assertThat(ada.position()).isEqualTo(before);
      assertThat(ada.access().grants(KEY.name())).containsEntry(Users.GRACE, Right.READ);
      assertThat(ada.underway()).isEmpty();
      assertThat(ada.publish(KEY, 2).version()).isEqualTo(2);
    }
  }

  static Stream<Consumer<Hub.Builder>> settings() {
    return Stream.of(
        hub -> hub.adapter(none()),
        hub -> hub.clock(none()),
        hub -> hub.journal(none()),
        hub -> hub.listener(none()),
        hub -> hub.limits(none()),
        hub -> hub.limits(Users.ADA, none()),
        hub -> hub.trashTime(none()));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void a_builder_refuses_null_where_it_is_given(Consumer<Hub.Builder> setting) {
    assertThatThrownBy(() -> setting.accept(Hub.builder()))
        .isInstanceOf(NullPointerException.class);
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T none() {
    return null;
  }
}
