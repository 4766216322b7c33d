package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The user's word for exactly one class. */
class TrustTest {

  static class Legacy {
    public Object content = new Date(0);
  }

  static class Derived extends Legacy {}

  static final class Settings {
    Map<String, Object> values = Map.of();
  }

  record Holder(String name, Object legacy) {}

  record Bound(Settings settings) {}

  private final ImmutabilityChecker checker =
      ImmutabilityChecker.builder()
          .trust(Legacy.class, "written by nobody since 2011")
          .trust(Settings.class, "frozen at start")
          .trust(ArrayList.class, "our lists are never touched")
          .build();

  @Test
  void at_the_root() {
    assertThat(checker.check(new Legacy()).toString())
        .isEqualTo(
            "IMMUTABLE (OVERRIDE): TrustTest.Legacy cannot change, as far as TrustTest.Legacy is"
                + " trusted (written by nobody since 2011)");
  }

  static List<Object> holders() {
    Legacy legacy = new Legacy();
    return List.of(
        new Holder("a", legacy),
        List.of(1, legacy),
        Map.of("k", legacy),
        Map.of(new Holder("a", legacy), 1),
        Optional.of(legacy),
        ImmutableMap.of("k", List.of(new Holder("b", Optional.of(legacy)))),
        new Bound(new Settings()));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void at_any_depth(Object holder) {
    Verdict verdict = checker.check(holder);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.IMMUTABLE);
    assertThat(verdict.evidence()).contains(Evidence.OVERRIDE);
    assertThat(verdict.reason()).contains(" is trusted (");
  }

  @ParameterizedTest
  @MethodSource("holders")
  void others_do_not_trust_it(Object holder) {
    assertThat(new ImmutabilityChecker().check(holder).kind()).isEqualTo(Verdict.Kind.MUTABLE);
  }

  @Test
  void each_reason_is_told_once() {
    assertThat(checker.check(List.of(new Legacy(), new Settings(), new Legacy())).reason())
        .isEqualTo(
            "cannot change, as far as TrustTest.Legacy is trusted (written by nobody since 2011)"
                + " and TrustTest.Settings is trusted (frozen at start)");
  }

  @Test
  void a_class_of_the_jdk_can_be_trusted_whatever_is_in_it() {
    assertThat(checker.check(new ArrayList<>(List.of(new Date(0)))).evidence())
        .contains(Evidence.OVERRIDE);
  }

  @Test
  void subclasses_are_not_trusted_along_with_it() {
    assertThat(checker.check(new Derived()).kind()).isEqualTo(Verdict.Kind.MUTABLE);
    assertThat(checker.check(List.of(new Legacy(), new Derived())).path()).isEqualTo("List[1]");
  }

  @Test
  void what_rests_on_no_trust_says_so() {
    assertThat(checker.check(new Holder("a", 1)).evidence()).contains(Evidence.KNOWN);
  }

  @Test
  void the_word_of_the_user_comes_before_that_of_an_engine() {
    ImmutabilityChecker both =
        ImmutabilityChecker.builder()
            .voucher(object -> Optional.of(new HandleVoucher.Handle("handle", List.of())))
            .trust(Legacy.class, "known")
            .build();
    assertThat(both.check(new Legacy()).kind()).isEqualTo(Verdict.Kind.IMMUTABLE);
    assertThat(both.check(new Derived()).kind()).isEqualTo(Verdict.Kind.HANDLE);
  }

  @ParameterizedTest
  @ValueSource(classes = {int[].class, Object[].class, int.class, List.class, Number.class})
  void what_is_no_objects_class_is_refused(Class<?> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImmutabilityChecker.builder().trust(type, "because"))
        .withMessageContaining(type.getTypeName() + " cannot be trusted: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void a_reason_is_needed(String blank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImmutabilityChecker.builder().trust(Legacy.class, blank))
        .withMessageContaining("no reason is given");
  }

  @Test
  void null_is_no_reason() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImmutabilityChecker.builder().trust(Legacy.class, null));
  }
}
