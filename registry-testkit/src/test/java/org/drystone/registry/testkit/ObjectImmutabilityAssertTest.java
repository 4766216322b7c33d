package org.drystone.registry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.testkit.ImmutabilityAssertions.assertThatObject;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.HandleVoucher;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.junit.jupiter.api.Test;

class ObjectImmutabilityAssertTest {

  record Plain(int number) {}

  private static final List<String> VIEW = Collections.unmodifiableList(new ArrayList<>());

  @Test
  void what_cannot_change_passes_and_the_chain_goes_on() {
    assertThatObject(Flight.withoutDates())
        .isDeeplyImmutable()
        .isDeeplyImmutableWith(Evidence.KNOWN)
        .isNotNull()
        .hasNoNullFieldsOrProperties();
    assertThatObject(null).isDeeplyImmutable();
  }

  @Test
  void a_failure_shows_object_path_reason_and_fix() {
    assertThatThrownBy(() -> assertThatObject(Flight.withDates()).isDeeplyImmutable())
        .isInstanceOf(AssertionError.class)
        .message()
        .isEqualToNormalizingNewlines(
            """

            Expecting object:
              %s
            to be deeply immutable
            but it is MUTABLE:
              Flight.stops[0].at is a java.util.Date, which is mutable
            To fix it:
              Use java.time.Instant"""
                .formatted(Flight.withDates()));
  }

  @Test
  void a_failure_begins_with_what_the_test_calls_it() {
    assertThatThrownBy(() -> assertThatObject(new int[1]).as("the codes").isDeeplyImmutable())
        .hasMessageStartingWith("[the codes]");
  }

  @Test
  void signs_of_formats_in_an_object_are_shown_as_they_are() {
    assertThatThrownBy(() -> assertThatObject(new StringBuilder("100 %d %s")).isDeeplyImmutable())
        .hasMessageContaining("100 %d %s");
  }

  @Test
  void the_evidence_may_be_asked_for() {
    assertThatObject(new Plain(1)).isDeeplyImmutableWith(Evidence.PROVEN);
    assertThatThrownBy(() -> assertThatObject("a").isDeeplyImmutableWith(Evidence.PROVEN))
        .hasMessageContaining("to be deeply immutable, with PROVEN at the weakest")
        .hasMessageContaining("but it is IMMUTABLE (KNOWN):");
    assertThatThrownBy(() -> assertThatObject(VIEW).isDeeplyImmutableWith(Evidence.OVERRIDE))
        .hasMessageContaining("but it is UNDECIDED:");
  }

  @Test
  void what_can_change_may_be_expected_to() {
    assertThatObject(Flight.withDates()).isNotDeeplyImmutable().canChangeAt("Flight.stops[0].at");
    assertThatObject(VIEW).isNotDeeplyImmutable().isUndecidedAt("List");
    assertThatThrownBy(() -> assertThatObject("a").isNotDeeplyImmutable())
        .hasMessageContaining("not to be deeply immutable");
  }

  @Test
  void another_place_than_expected_fails() {
    assertThatThrownBy(() -> assertThatObject(Flight.withDates()).canChangeAt("Flight.carrier"))
        .hasMessageContainingAll("Flight.carrier", "Flight.stops[0].at is a java.util.Date");
    assertThatThrownBy(() -> assertThatObject(VIEW).canChangeAt("List"))
        .hasMessageContaining("but it is UNDECIDED");
    assertThatThrownBy(() -> assertThatObject(Flight.withDates()).isUndecidedAt("Flight.stops"))
        .hasMessageContaining("but it is MUTABLE");
  }

  @Test
  void handles_are_neither() {
    HandleVoucher voucher =
        object ->
            object instanceof StringBuilder
                ? Optional.of(new HandleVoucher.Handle("test handle", List.of()))
                : Optional.empty();
    ObjectImmutabilityAssert handle =
        assertThatObject(new StringBuilder())
            .using(ImmutabilityChecker.builder().voucher(voucher).build());
    assertThatThrownBy(handle::isDeeplyImmutable).hasMessageContaining("is a test handle");
    assertThatThrownBy(handle::isNotDeeplyImmutable).hasMessageContaining("is a test handle");
    assertThat(handle).isNotNull();
  }
}
