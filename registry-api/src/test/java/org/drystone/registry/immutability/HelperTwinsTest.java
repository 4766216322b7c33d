package org.drystone.registry.immutability;

import com.google.common.base.Preconditions;
import com.google.errorprone.annotations.Immutable;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Helpers that only look and helpers that do more; what authors declare and what they do. */
class HelperTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    int[] n = {1};
    List<String> one = List.of("a");
    return Stream.of(
            Twins.differ("a library's check", new Checked(n), new HandedOut(n)),
            Twins.differ("a helper that gives back", new Passed(n), new PassedOut(n)),
            Twins.differ("a cached view of oneself", new CachedView(n), new CachedHolder(n)),
            Twins.differ("an array from a stream", new Streamed(one), new FromOthers(one)),
            Twins.differ("declared, and read only", new Declared(n), new DeclaredWriter(n)),
            Twins.differ("declared, without setter", new Declared(n), new DeclaredSetter()),
            Twins.differ("declared, nothing public", new Declared(n), new DeclaredPublic()))
        .flatMap(tests -> tests);
  }

  static final class Checked {
    private final int[] n;

    Checked(int[] n) {
      this.n = n.clone();
    }

    int first() {
      Preconditions.checkNotNull(n);
      return n[0];
    }
  }

  static final class HandedOut {
    private final int[] n;

    HandedOut(int[] n) {
      this.n = n.clone();
    }

    int first() {
      Others.keep(n);
      return n[0];
    }
  }

  static final class Others {
    static int[] kept;

    static void keep(int[] n) {
      kept = n;
    }

    static int[] same(int[] n) {
      return n;
    }
  }

  static final class Passed {
    private final int[] n;

    Passed(int[] n) {
      this.n = n.clone();
    }

    int first() {
      return Others.same(n)[0];
    }
  }

  static final class PassedOut {
    private final int[] n;

    PassedOut(int[] n) {
      this.n = n.clone();
    }

    int[] first() {
      return Others.same(n);
    }
  }

  static final class CachedView {
    private final int[] n;
    private Set<Integer> view;

    CachedView(int[] n) {
      this.n = n.clone();
    }

    Set<Integer> view() {
      if (view == null) {
        view =
            new AbstractSet<>() {
              @Override
              public Iterator<Integer> iterator() {
                return Arrays.stream(n).iterator();
              }

              @Override
              public int size() {
                return n.length;
              }
            };
      }
      return view;
    }
  }

  static final class CachedHolder {
    private final int[] n;
    private Set<Integer> view;

    CachedHolder(int[] n) {
      this.n = n.clone();
    }

    Set<Integer> view() {
      if (view == null) {
        view =
            new AbstractSet<>() {
              final List<Integer> kept = new ArrayList<>();

              @Override
              public Iterator<Integer> iterator() {
                kept.add(n[0]);
                return kept.iterator();
              }

              @Override
              public int size() {
                return kept.size();
              }
            };
      }
      return view;
    }
  }

  static final class Streamed {
    private final Object[] rows;

    Streamed(Collection<String> rows) {
      this.rows = rows.stream().toArray();
    }

    int size() {
      return rows.length;
    }
  }

  static final class FromOthers {
    private final Object[] rows;

    FromOthers(Collection<String> rows) {
      this.rows = rows.toArray();
    }

    int size() {
      return rows.length;
    }
  }

  @Immutable
  @SuppressWarnings("Immutable")
  static final class Declared {
    private final int[] n;

    Declared(int[] n) {
      this.n = n;
    }

    int first() {
      return n[0];
    }
  }

  @Immutable
  @SuppressWarnings("Immutable")
  static final class DeclaredWriter {
    private final int[] n;

    DeclaredWriter(int[] n) {
      this.n = n;
    }

    int first() {
      return n[0]++;
    }
  }

  @Immutable
  @SuppressWarnings("Immutable")
  static final class DeclaredSetter {
    private int n;

    void set(int n) {
      this.n = n;
    }
  }

  @Immutable
  @SuppressWarnings("Immutable")
  static final class DeclaredPublic {
    public int n;
  }
}
