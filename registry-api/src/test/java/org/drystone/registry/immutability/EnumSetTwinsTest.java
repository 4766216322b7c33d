package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches of enum sets that nobody can change any more, and of others. */
class EnumSetTwinsTest extends ReleasedTwins {

  private static final String BITS =
      """
      package lib;
      import java.util.*;
      import java.util.function.Predicate;
      public final class Make {
        enum Bit { LOW, HIGH; int weight() { return 1; } }
        static Set<Bit> last;
        private final int flags;
        private Set<Bit> bits;
        Make(int flags) { this.flags = flags; }
        static void keep(Iterable<?> all, Predicate<Object> wanted) {
          Iterator<?> each = all.iterator();
          while (each.hasNext()) {
            if (!wanted.test(each.next())) {
              each.remove();
            }
          }
        }
        public Set<Bit> bits() {
          Set<Bit> b = bits;
          if (b == null) {
            Set<Bit> all = EnumSet.allOf(Bit.class);
            keep(all, bit -> (flags >> ((Bit) bit).ordinal() & 1) != 0);
            b = Collections.unmodifiableSet(all);
            bits = b;
          }
          return b;
        }
        public static Object make() { return new Make(3); }
      }
      """;

  @TestFactory
  Stream<DynamicTest> pairs() {
    Variants set = new Variants(released, BITS);
    return Stream.of(
            set.differ("no view", "Collections.unmodifiableSet(all)", "all"),
            set.differ("filled later", "bits = b;", "bits = b; all.clear();"),
            set.differ("kept as well", "bits = b;", "last = all; bits = b;"),
            set.differ("by the clock", "flags >>", "System.nanoTime() >>"),
            set.differ("an enum that changes", "int weight()", "int n; int weight()"),
            set.differ("of what is no enum", "EnumSet.allOf(Bit.class)", "new HashSet<>()"),
            set.differ("of anybody's", "EnumSet.allOf(Bit.class)", "last"))
        .flatMap(tests -> tests);
  }
}
