package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches of new objects that are made of the object itself, or of something else. */
class CachedPartTwinsTest extends ReleasedTwins {

  private static final String BOXED =
      """
      package lib;
      import java.util.ArrayList;
      import java.util.List;
      public final class Make {
        static class Box {
          private Object value;
          Box(Object value) {
            this.value = value;
          }
          public Object value() {
            return value;
          }
        }
        static class Adding extends Box {
          Adding(Object value) {
            super(value == null ? null : SHARED);
          }
        }
        static final List<String> SHARED = new ArrayList<>();
        static final Box NONE = new Box("none");
        private final int[] codes = new int[] {1};
        private final String text;
        private volatile Box box;
        Make(String text) {
          this.text = text;
        }
        public Box box() {
          Box b = box;
          if (b == null) {
            b = text.isEmpty() ? NONE : new Box(text.trim());
            box = b;
          }
          return b;
        }
        public static Object make() { return new Make("a"); }
      }
      """;

  private static final String PATH =
      """
      package lib;
      public class Make {
        private final String text;
        private final Make next;
        private volatile Make head;
        Make(String text, Make next) {
          this.text = text;
          this.next = next;
        }
        public Make head() {
          Make h = head;
          if (h == null) {
            h = shorter();
            head = h;
          }
          return h;
        }
        private Make shorter() {
          return new Make(text.trim(), next == null ? this : next);
        }
        public static Object make() { return new Make("a", null); }
      }
      """;

  @TestFactory
  Stream<DynamicTest> what_is_put_into_a_new_object() {
    Variants boxed = new Variants(released, BOXED);
    String trimmed = "new Box(text.trim())";
    String stored = "box = b;";
    String members = "static class Box {";
    String write = "(Box box) { box.value = new ArrayList<>(); ";
    return Stream.of(
            boxed.differ("a new list", trimmed, "new Box(new ArrayList<>())"),
            boxed.differ("a list of everybody's", trimmed, "new Box(SHARED)"),
            boxed.differ("its own array", trimmed, "new Box(codes)"),
            boxed.differ("what its constructor adds", trimmed, "new Adding(text)"),
            boxed.differ("a constant of a list", "new Box(\"none\")", "new Box(SHARED)"),
            boxed.differ("what is written later", stored, "b.value = SHARED; box = b;"),
            boxed.differ(
                "what a helper writes",
                trimmed,
                "Box.with(new Box(text.trim()))",
                members,
                members + " private static Box with" + write + "return box; }"),
            boxed.differ(
                "what another object's constructor writes",
                stored,
                "new Taker(b); box = b;",
                members,
                "static class Taker { Taker" + write + "} } " + members),
            boxed.differ(
                "what the caller gives",
                "public Box box() {",
                "public Box box() { return box(SHARED); } Box box(Object given) {",
                trimmed,
                "new Box(given)"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> objects_of_the_very_class() {
    Variants path = new Variants(released, PATH);
    return Stream.of(
            path.differ("others may see it half made", "private volatile", "private"),
            path.differ("the clock", "text.trim()", "text + System.nanoTime()"),
            path.differ(
                "what it is given may change", "make() { return new Make(\"a\", null", CHANGED))
        .flatMap(tests -> tests);
  }

  /** A subclass with a field that others write to, inside of one that cannot change. */
  private static final String CHANGED =
      "make() { return new Make(\"a\", new Make(\"b\", null) { public int n; }";
}
