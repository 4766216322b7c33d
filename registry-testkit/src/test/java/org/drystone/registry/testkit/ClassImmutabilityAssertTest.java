package org.drystone.registry.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.drystone.registry.testkit.ImmutabilityAssertions.assertThatClass;
import static org.drystone.registry.testkit.ImmutabilityAssertions.assertThatObject;

import java.time.Instant;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.junit.jupiter.api.Test;

class ClassImmutabilityAssertTest {

  record Plain(int number, Instant at) {}

  @Test
  void a_class_whose_objects_cannot_change_passes_and_the_chain_goes_on() {
    assertThatClass(Plain.class)
        .using(new ImmutabilityChecker())
        .hasOnlyImmutableInstances()
        .hasNoChangeableFields()
        .isRecord();
  }

  @Test
  void a_class_that_leaves_it_to_its_parts_has_no_changeable_fields() {
    assertThatClass(Flight.class).hasNoChangeableFields();
    assertThatThrownBy(() -> assertThatClass(Flight.class).hasOnlyImmutableInstances())
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "to have only immutable instances, but",
            "Flight can change only if something in it can");
  }

  @Test
  void the_checker_may_trust_what_others_cannot_know() {
    ImmutabilityChecker trusting =
        ImmutabilityChecker.builder().trust(Flight.Stop.class, "nobody sets the time").build();

    assertThatClass(Flight.Stop.class).using(trusting).hasOnlyImmutableInstances();
    assertThatObject(Flight.withDates()).using(trusting).isDeeplyImmutableWith(Evidence.OVERRIDE);
  }

  @Test
  void a_failure_explains_the_class() {
    assertThatThrownBy(() -> assertThatClass(Flight.Stop.class).hasNoChangeableFields())
        .isInstanceOf(AssertionError.class)
        .message()
        .isEqualToNormalizingNewlines(
            """

            Expecting class:
              org.drystone.registry.testkit.Flight.Stop
            to have no changeable fields, but

            org.drystone.registry.testkit.Flight.Stop can change.

              airport  String  known       final, and a String cannot change
              at       Date    CAN CHANGE  final, but what it holds is a java.util.Date, which is mutable

            To fix at: use java.time.Instant.
            """);
  }
}
