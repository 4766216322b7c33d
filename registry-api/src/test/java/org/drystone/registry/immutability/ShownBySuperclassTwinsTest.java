package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Objects that are written after their constructor, which superclasses show to others or not. */
class ShownBySuperclassTwinsTest extends ReleasedTwins {

  private static final String LIBRARY =
      """
      package lib;
      import java.util.*;
      public class Below extends Deep {
        public static final List<Object> ALL = new ArrayList<>();
        protected Below() { IN_BELOW }
        protected void done() {}
      }
      package lib;
      import java.util.*;
      public class Deep {
        public static Object last;
        protected Deep() { IN_DEEP }
      }
      package lib;
      public final class T extends Below {
        private int n;
        private T() { IN_T }
        public static T of(int n, Runnable first) {
          T made = new T();
          first.run();
          made.n = n;
          return made;
        }
        public int n() { return n; }
      }
      package lib;
      public class Make {
        public static Object make() { return T.of(1, () -> {}); }
      }
      """;

  private static Object library(String inT, String inBelow, String inDeep) {
    return released.inJar(
        LIBRARY.replace("IN_T", inT).replace("IN_BELOW", inBelow).replace("IN_DEEP", inDeep));
  }

  private static Stream<DynamicTest> differ(
      String because, String inT, String inBelow, String inDeep) {
    return Twins.differ(because, library("", "", ""), library(inT, inBelow, inDeep));
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            differ("the constructor itself", "ALL.add(this);", "", ""),
            differ("the superclass", "", "ALL.add(this);", ""),
            differ("the one behind", "", "", "last = this;"),
            differ("a lambda", "", "ALL.add((Runnable) () -> done());", ""))
        .flatMap(tests -> tests);
  }
}
