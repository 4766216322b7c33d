package org.drystone.registry.immutability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import org.junit.jupiter.api.Test;
import scala.collection.immutable.BitSet;
import scala.collection.immutable.BitSet$;
import scala.collection.immutable.LazyList;
import scala.collection.immutable.LazyList$;
import scala.collection.immutable.List;
import scala.collection.immutable.List$;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.collection.immutable.Stream;
import scala.collection.immutable.Stream$;
import scala.collection.immutable.Vector$;
import scala.math.BigDecimal$;
import scala.math.BigInt$;

/** Scala's collections; the lazy ones are never made to compute anything. */
class ScalaTest {

  private final ImmutabilityChecker checker = new ImmutabilityChecker();

  private static List<Object> list(Object... elements) {
    List<Object> list = List$.MODULE$.empty();
    for (int i = elements.length - 1; i >= 0; i--) {
      list = list.$colon$colon(elements[i]);
    }
    return list;
  }

  @Test
  void strict_ones_are_walked() {
    assertThat(check(list("a", 1))).startsWith("IMMUTABLE (KNOWN)");
    assertThat(check(Vector$.MODULE$.from(list("a", new Date(0)))))
        .contains("[1] is a java.util.Date");
    Map<Object, Object> map = Map$.MODULE$.<Object, Object>empty().updated("k", list(1));
    assertThat(check(map)).startsWith("IMMUTABLE (KNOWN)");
    assertThat(check(map.updated("d", new StringBuilder()))).contains("java.lang.StringBuilder");
  }

  @Test
  void a_lazy_list_is_accepted_once_all_of_it_is_computed() {
    LazyList<Object> lazy = LazyList$.MODULE$.from(list("a", "b"));
    assertThat(check(lazy)).startsWith("UNDECIDED: LazyList computes what it holds only when");
    assertThat(lazy).hasToString("LazyList(<not computed>)");

    lazy.head();
    assertThat(check(list(lazy))).startsWith("UNDECIDED: ").contains("[0] computes what it holds");
    assertThat(lazy).hasToString("LazyList(a, <not computed>)");

    lazy.force();
    assertThat(check(lazy)).startsWith("IMMUTABLE (KNOWN)");
  }

  @Test
  void what_a_lazy_list_has_computed_counts() {
    LazyList<Object> lazy = LazyList$.MODULE$.from(list("a", new Date(0)));
    lazy.force();
    assertThat(check(lazy)).startsWith("MUTABLE: LazyList[1] is a java.util.Date");
  }

  @Test
  @SuppressWarnings("deprecation") // Streams are still in use.
  void a_stream_is_accepted_once_all_of_it_is_computed() {
    Stream<Object> stream = Stream$.MODULE$.continually(() -> (Object) 1).take(2);
    assertThat(check(stream)).startsWith("UNDECIDED").contains("Use a List: toList()");
    stream.force();
    assertThat(check(stream)).startsWith("IMMUTABLE (KNOWN)");
  }

  @Test
  void a_fingerprint_forces_nothing() {
    LazyList<Object> lazy = LazyList$.MODULE$.from(list("a", "b"));
    assertThatThrownBy(() -> checker.fingerprint(lazy, 100))
        .isInstanceOf(NoFingerprintException.class);
    assertThat(lazy).hasToString("LazyList(<not computed>)");
  }

  @Test
  void a_bit_set_may_share_the_array_that_it_was_made_from() {
    long[] bits = {1, 2, 3};
    BitSet shared = BitSet$.MODULE$.fromBitMaskNoCopy(bits);

    assertThat(check(shared)).startsWith("UNDECIDED: ").contains("Use a Set of its elements");
    assertThat(check(BitSet$.MODULE$.fromBitMaskNoCopy(new long[] {1})))
        .startsWith("IMMUTABLE (KNOWN)");
  }

  @Test
  void a_number_is_what_the_number_in_it_is() {
    assertThat(check(BigDecimal$.MODULE$.apply(3))).startsWith("IMMUTABLE (KNOWN)");
    assertThat(check(BigDecimal$.MODULE$.exact(new Moving("3")))).startsWith("MUTABLE: ");
    assertThat(check(BigInt$.MODULE$.apply(3))).startsWith("IMMUTABLE (KNOWN)");
  }

  private static final class Moving extends java.math.BigDecimal {
    private static final long serialVersionUID = 1;

    private int moved;

    Moving(String text) {
      super(text);
    }

    @Override
    public int intValue() {
      return moved++;
    }
  }

  private String check(Object object) {
    return checker.check(object).toString();
  }
}
