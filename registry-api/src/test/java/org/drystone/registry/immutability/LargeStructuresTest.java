package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargeStructuresTest {

  record Link(Object value, Link next) {}

  record Pair(Object left, Object right) {}

  static final class Ring {
    private final Ring self = this;
    private final Object value;

    Ring(Object value) {
      this.value = value;
    }
  }

  private final ImmutabilityChecker checker = new ImmutabilityChecker();

  @Test
  void a_chain_of_a_million_links() {
    assertThat(checker.check(chain(1_000_000, "end")).kind()).isEqualTo(Verdict.Kind.IMMUTABLE);
  }

  @Test
  void the_end_of_a_long_chain_counts() {
    Verdict verdict = checker.check(chain(100_000, new Date(0)));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.MUTABLE);
    assertThat(verdict.path()).endsWith(".next.next.value");
  }

  private static Link chain(int links, Object end) {
    Link chain = new Link(end, null);
    for (int i = 1; i < links; i++) {
      chain = new Link(i, chain);
    }
    return chain;
  }

  @Test
  void a_list_of_a_million_records() {
    Object[] records = IntStream.range(0, 1_000_000).mapToObj(i -> new Pair(i, "a")).toArray();
    assertThat(checker.check(Arrays.stream(records).toList()).kind())
        .isEqualTo(Verdict.Kind.IMMUTABLE);
  }

  @Test
  void cycles() {
    assertThat(checker.check(new Ring("a")).kind()).isEqualTo(Verdict.Kind.IMMUTABLE);
    assertThat(checker.check(new Ring(new Date(0))).kind()).isEqualTo(Verdict.Kind.MUTABLE);
    List<Object> list = new ArrayList<>();
    Object around = new Pair(Collections.nCopies(1, list), 1);
    list.add(around);
    assertThat(checker.check(around).kind()).isEqualTo(Verdict.Kind.MUTABLE);
  }

  @Test
  void much_that_is_shared() {
    Object shared = "leaf";
    for (int level = 0; level < 200; level++) {
      shared = new Pair(shared, shared);
    }
    assertThat(checker.check(shared).kind()).isEqualTo(Verdict.Kind.IMMUTABLE);
  }

  @Test
  void beyond_its_limits_the_checker_says_so() {
    var narrow = new ImmutabilityChecker(List.of(), List.of(new Limits(1_000, 10, 0)));
    assertThat(narrow.check(chain(100, "end")).toString())
        .isEqualTo(
            "UNDECIDED: LargeStructuresTest.Link is nested deeper than 10 objects."
                + " Publish it in smaller parts");
    assertThat(narrow.check(Collections.nCopies(2_000, "a")).toString())
        .contains("UNDECIDED: List has more than 1000 parts");
    var forgetful = new ImmutabilityChecker(List.of(), List.of(new Limits(1_000, 100, 5)));
    assertThat(forgetful.check(chain(50, "end")).toString()).contains("has more than 5 objects");
  }
}
