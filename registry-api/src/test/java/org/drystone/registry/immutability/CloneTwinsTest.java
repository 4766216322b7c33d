package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches that clones take along although something else of them is changed, or nothing is. */
class CloneTwinsTest extends ReleasedTwins {

  private static final String LIBRARY =
      """
      package lib;
      public abstract class Below implements Cloneable {
        private int h;
        public int hash() {
          int found = h;
          if (found == 0) { found = compute(); h = found; }
          return found;
        }
        protected abstract int compute();
      }
      package lib;
      public class T extends Below {
        private int n = 3;
        protected int compute() { return n + 1; }
        public T with(int n) throws CloneNotSupportedException { IN_T }
      }
      package lib;
      public class Make {
        public static Object make() { return new T(); }
      }
      """;

  private static Object library(String inT) {
    return released.inDirectory(LIBRARY.replace("IN_T", inT));
  }

  private static Object nested(String inT) {
    String source = LIBRARY.replace("IN_T", inT);
    int from = source.indexOf("public class T");
    int to = source.indexOf("package lib", from);
    String nested = source.substring(from, to).replace("public class", "public static class");
    return released.inDirectory(
        source
                .substring(0, source.indexOf("package lib", 20))
                .replace("protected abstract", nested + "protected abstract")
            + source.substring(to).replace("new T()", "new Below.T()"));
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    String same = "T t = (T) super.clone(); return t;";
    String changed = "T t = (T) super.clone(); t.n = n; return t;";
    return Stream.of(
            Twins.differ("a clone in a subclass", library(same), library(changed)),
            Twins.differ("a clone in a nested subclass", nested(same), nested(changed)))
        .flatMap(tests -> tests);
  }
}
