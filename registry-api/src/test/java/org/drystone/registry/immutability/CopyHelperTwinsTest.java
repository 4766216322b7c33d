package org.drystone.registry.immutability;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Collections that public helpers of other classes copy, check and wrap, or only seem to. */
class CopyHelperTwinsTest {

  private static final List<String> ONE = List.of("a");

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("copied by a helper", new Copied(1), new CopyKept(1)),
            Twins.differ("checked by a helper", new Checked(ONE), new CheckedOther(ONE)),
            Twins.differ("wrapped by a helper", new Wrapped(ONE), new NotWrapped(ONE)),
            Twins.differ("copied again and again", new Deep(3), new DeepKept(3)),
            Twins.differ("collected", new Collected(ONE), new CollectedElsewhere(ONE)),
            Twins.differ("a number's bytes", new Bytes(1), new SubclassBytes(new Keeping())),
            Twins.differ("an iterator from a helper", new Joined(ONE), new Shown(ONE)))
        .flatMap(tests -> tests);
  }

  static final class Helpers {
    private static int @Nullable [] last;

    private Helpers() {}

    static int[] copy(int[] of) {
      return of == null ? new int[0] : of.clone();
    }

    static int[] copyAndKeep(int[] of) {
      int[] copy = of.clone();
      last = copy;
      return copy;
    }

    static void changeLast() {
      if (last != null) {
        last[0]++;
      }
    }

    static <T> T first(T one, T other) {
      if (other == null) {
        throw new IllegalArgumentException("nothing");
      }
      return one;
    }

    static List<String> readOnly(Collection<String> of) {
      return Collections.unmodifiableList(new ArrayList<>(of));
    }

    static List<String> copied(Collection<String> of) {
      return new ArrayList<>(of);
    }

    static int[] deep(int depth, int[] of) {
      return depth == 0 ? of.clone() : deep(depth - 1, of);
    }

    static int[] deepKept(int depth, int[] of) {
      return depth == 0 ? of : deepKept(depth - 1, of);
    }

    static java.util.Iterator<String> each(List<String> of) {
      return of.iterator();
    }
  }

  static final class Copied {
    private final int[] n;

    Copied(int... n) {
      this.n = Helpers.copy(n);
    }

    int first() {
      return n[0];
    }
  }

  static final class CopyKept {
    private final int[] n;

    CopyKept(int... n) {
      this.n = Helpers.copyAndKeep(n);
    }

    int first() {
      return n[0];
    }
  }

  static final class Checked {
    private final List<String> rows;

    Checked(List<String> rows) {
      this.rows = Helpers.first(new ArrayList<>(rows), rows);
    }
  }

  static final class CheckedOther {
    private final List<String> rows;

    CheckedOther(List<String> rows) {
      this.rows = Helpers.first(new ArrayList<>(rows), new ArrayList<>(rows));
      Helpers.first(this.rows, rows).add("b");
    }

    void add(String row) {
      Helpers.first(rows, rows).add(row);
    }
  }

  static final class Wrapped {
    private final List<String> rows;

    Wrapped(List<String> rows) {
      this.rows = Helpers.readOnly(rows);
    }

    List<String> rows() {
      return rows;
    }
  }

  static final class NotWrapped {
    private final List<String> rows;

    NotWrapped(List<String> rows) {
      this.rows = Helpers.copied(rows);
    }

    List<String> rows() {
      return rows;
    }
  }

  static final class Deep {
    private final int[] n;

    Deep(int... n) {
      this.n = Helpers.deep(2, n);
    }

    int first() {
      return n[0];
    }
  }

  static final class DeepKept {
    private final int[] n;

    DeepKept(int... n) {
      this.n = Helpers.deepKept(2, n);
    }

    int first() {
      return n[0];
    }
  }

  static final class Collected {
    private final List<String> rows;

    Collected(Collection<String> rows) {
      this.rows = rows.stream().map(String::trim).collect(Collectors.toList());
    }
  }

  static final class CollectedElsewhere {
    private final List<String> rows;

    CollectedElsewhere(List<String> rows) {
      List<String> target = new ArrayList<>();
      this.rows = rows.stream().collect(Collectors.toCollection(() -> target));
    }
  }

  static final class Bytes {
    private final byte[] bytes;

    Bytes(long n) {
      this.bytes = BigInteger.valueOf(n).toByteArray();
    }

    byte first() {
      return bytes[0];
    }
  }

  static final class SubclassBytes {
    private final byte[] bytes;

    SubclassBytes(BigInteger n) {
      this.bytes = n.toByteArray();
    }

    byte first() {
      return bytes[0];
    }
  }

  static final class Keeping extends BigInteger {
    private static final long serialVersionUID = 1L;
    private final byte[] kept = {1};

    Keeping() {
      super("1");
    }

    @Override
    public byte[] toByteArray() {
      return kept;
    }
  }

  static final class Joined {
    private final List<String> rows;

    Joined(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    String first() {
      return Helpers.each(rows).next();
    }
  }

  static final class Shown {
    private final List<String> rows;

    Shown(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    java.util.Iterator<String> each() {
      return Helpers.each(rows);
    }
  }
}
