package org.drystone.checkers;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** A corpus in miniature, on which the checkers differ. */
public final class SmallCorpus {

  interface S {
    Object get() throws Throwable;
  }

  /** A string, and whatever else a subclass has. */
  static class Open {
    final String text = "a";
  }

  /** Its static type promises what it does not keep. */
  record Holder(List<String> items) {}

  /** An entry. */
  public static final class E {
    public final int id;
    public final String expr;
    public final String truth;
    public final boolean contested;
    public final S s;

    E(int id, String expr, String truth, boolean contested, S s) {
      this.id = id;
      this.expr = expr;
      this.truth = truth;
      this.contested = contested;
      this.s = s;
    }
  }

  public static final List<E> ALL = new ArrayList<>();

  private SmallCorpus() {}

  static void a(int id, String expr, String truth, boolean contested, S s) {
    ALL.add(new E(id, expr, truth, contested, s));
  }

  static {
    a(1, "a string", "immutable", false, () -> "a");
    a(2, "List.of", "immutable", false, () -> List.of("a"));
    a(3, "ImmutableList", "immutable", false, () -> ImmutableList.of("a"));
    a(4, "ArrayList", "mutable", false, () -> new ArrayList<>(List.of("a")));
    a(5, "array", "mutable", false, () -> new int[1]);
    a(6, "Open", "immutable", false, () -> new Open());
    a(7, "Holder", "immutable", false, () -> new Holder(List.of()));
    a(8, "Holder", "mutable", false, () -> new Holder(new ArrayList<>()));
    a(9, "contested", "mutable", true, () -> new Open());
    a(10, "throws", "mutable", false, () -> List.of().get(0));
  }
}
