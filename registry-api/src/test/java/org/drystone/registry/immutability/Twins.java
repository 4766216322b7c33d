package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Pairs of objects of which one can change and the other cannot, for a reason of one line. */
final class Twins {

  private static final ImmutabilityChecker CHECKER = new ImmutabilityChecker();

  private Twins() {}

  static Stream<DynamicTest> differ(String because, Object immutable, Object changing) {
    return Stream.of(
        DynamicTest.dynamicTest(
            because + ": immutable", () -> assertThat(kind(immutable)).startsWith("IMMUTABLE")),
        DynamicTest.dynamicTest(
            because + ": changing",
            () -> assertThat(kind(changing)).doesNotStartWith("IMMUTABLE")));
  }

  private static String kind(Object object) {
    return CHECKER.check(object).toString();
  }
}
