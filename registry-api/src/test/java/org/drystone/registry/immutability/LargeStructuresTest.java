package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
  void two_way_links() {
    assertThat(checker.check(new TwoWay(null, 5_000)).kind()).isEqualTo(Verdict.Kind.IMMUTABLE);
  }

  /** A chain of which each link knows the one before, too. */
  static final class TwoWay {
    private final TwoWay before;
    private final TwoWay next;

    TwoWay(TwoWay before, int left) {
      this.before = before;
      this.next = left == 0 ? null : new TwoWay(this, left - 1);
    }
  }

  @Test
  void a_path_of_a_long_chain_is_short_enough_to_be_read() {
    Verdict verdict = checker.check(chain(100_000, new Date(0)));
    assertThat(verdict.path())
        .startsWith("LargeStructuresTest.Link.next.next")
        .contains(".next..(99960 more)...next")
        .hasSizeLessThan(1_000);
  }

  @Test
  void beyond_its_depth_the_checker_says_where() {
    var shallow = checker(Budget.DEFAULT.withDepth(10));
    assertThat(shallow.check(chain(10, "end")).kind()).isEqualTo(Verdict.Kind.IMMUTABLE);
    assertThat(shallow.check(chain(11, "end")).toString())
        .isEqualTo(
            "UNDECIDED: LargeStructuresTest.Link"
                + ".next".repeat(10)
                + " lies deeper than 10 objects within each other."
                + " Publish it in smaller parts, or give the checker a larger budget");
  }

  @Test
  void beyond_its_nodes_the_checker_says_where() {
    var brief = checker(Budget.DEFAULT.withNodes(1_000));
    assertThat(brief.check(Collections.nCopies(1_000, "a")).kind())
        .isEqualTo(Verdict.Kind.IMMUTABLE);
    assertThat(brief.check(Collections.nCopies(1_001, "a")).toString())
        .startsWith("UNDECIDED: List[1000] lies beyond the 1000 nodes that a check looks at.");
  }

  @Test
  void what_is_shared_counts_once() {
    Object shared = "leaf";
    for (int level = 0; level < 200; level++) {
      shared = new Pair(shared, shared);
    }
    assertThat(checker(Budget.DEFAULT.withNodes(500)).check(shared).kind())
        .isEqualTo(Verdict.Kind.IMMUTABLE);
  }

  @Test
  void a_budget_of_nothing_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Budget(0, 1))
        .withMessageContaining("0 nodes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Budget.DEFAULT.withDepth(-1))
        .withMessageContaining("-1 depth");
  }

  private static ImmutabilityChecker checker(Budget budget) {
    return ImmutabilityChecker.builder().budget(budget).build();
  }
}
