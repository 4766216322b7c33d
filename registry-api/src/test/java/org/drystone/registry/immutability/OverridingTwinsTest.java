package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What looks like the member, or the class, that code names, but is another one. */
class OverridingTwinsTest extends ReleasedTwins {

  private static final String OTHER_PACKAGE =
      """
      package lib;
      public class Make {
        public static Object make() { return lib.base.D.of(new T(), () -> {}); }
      }
      package lib;
      public class T extends lib.base.D {
        public int compute() { return 1; }
        public void start() {}
      }
      package lib.base;
      public class D {
        public static D last;
        private int h;
        private int n;
        public D() { start(); }
        ACCESS void start() { last = this; }
        ACCESS int compute() { return VALUE; }
        public int hashCode() { if (h == 0) { h = compute(); } return h; }
        public int n() { return n; }
        public static D of(D made, Runnable first) { return made; }
        public static D of(Runnable first) {
          lib.T made = new lib.T();
          first.run();
          D all = made;
          SET
          return made;
        }
      }
      """;

  private static Object library(String access, String value, String set) {
    return released.inJar(
        OTHER_PACKAGE.replace("ACCESS", access).replace("VALUE", value).replace("SET", set));
  }

  @TestFactory
  Stream<DynamicTest> packagePrivateMethods() {
    String time = "(int) System.nanoTime() | 1";
    return Stream.of(
            Twins.differ("in a cache", library("public", time, ""), library("", time, "")),
            Twins.differ(
                "shown by the constructor",
                library("protected", "1", "all.n = 1;"),
                library("", "1", "all.n = 1;")))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> hiddenFields() {
    String sources =
        """
        package lib;
        public class Make {
          public static Object make() { return new T(); }
        }
        package lib;
        public class T extends D {
          IN_T
        }
        package lib;
        public class D {
          int n;
          public int next() { if (((T) this).n == 0) { n = n + 1; } return n; }
        }
        """;
    return Twins.differ(
        "a guard of another field",
        released.inJar(sources.replace("IN_T", "")),
        released.inJar(sources.replace("IN_T", "public int n;")));
  }

  @TestFactory
  Stream<DynamicTest> constants() {
    String sources =
        """
        package lib;
        public class Make {
          private int h;
          public static Object make() { return new Make(); }
          public int hashCode() { if (h == 0) { h = S.K | 1; } return h; }
        }
        package lib;
        public class S extends K {}
        package lib;
        public class K {
          public static FINAL int K = "a".length();
        }
        """;
    return Twins.differ(
        "a field that a subclass shows",
        released.inJar(sources.replace("FINAL", "final")),
        released.inJar(sources.replace("FINAL", "")));
  }

  @TestFactory
  Stream<DynamicTest> rightsOfMates() {
    String sources =
        """
        package lib;
        public class Make {
          private int n;
          public static Object make() { return new Make(); }
          void set(int n) { this.n = n; }
          public int n() { return n; }
        }
        package lib;
        import java.lang.invoke.*;
        public class Mate {
          public static Object rights() throws Exception {
            return MethodHandles.lookup()FIND;
          }
        }
        """;
    String find = ".findVirtual(Make.class, \"NAME\", MethodType.methodType(int.class))";
    return Stream.of(
            Twins.differ(
                "the right to look up",
                released.inJar(sources.replace("FIND", ".lookupClass()")),
                released.inJar(sources.replace("FIND", ""))),
            Twins.differ(
                "a handle to a method",
                released.inJar(sources.replace("FIND", find.replace("NAME", "n"))),
                released.inJar(
                    sources.replace(
                        "FIND",
                        find.replace("NAME", "set")
                            .replace("int.class)", "void.class, int.class)")))))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> namesakes() {
    String base =
        """
        package lib;
        public class D {
          private int h;
          public int hashCode() { if (h == 0) { h = Mate.compute(); } return h; }
        }
        package lib;
        public final class Mate {
          public static int compute() { return VALUE; }
        }
        """;
    String sources =
        """
        package lib;
        public class Make extends D {
          public static Object make() { return new Make(); }
        }
        NAMESAKE""";
    String namesake =
        "package lib; public final class Mate { public static int compute() { return 1; } }\n";
    String changing = base.replace("VALUE", "(int) System.nanoTime() | 1");
    return Twins.differ(
        "a class of another loader",
        released.before(base.replace("VALUE", "1"), sources.replace("NAMESAKE", "")),
        released.before(changing, sources.replace("NAMESAKE", namesake)));
  }
}
