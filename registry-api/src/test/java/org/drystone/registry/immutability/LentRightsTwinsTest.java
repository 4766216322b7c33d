package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Classes that look up their private members and keep that right, or lend it to others. */
class LentRightsTwinsTest extends ReleasedTwins {

  private static final String LIBRARY =
      """
      package lib;
      import java.lang.invoke.*;
      import java.lang.invoke.MethodHandles.Lookup;
      import java.util.concurrent.atomic.*;
      import java.util.function.*;
      public final class T {
        private static final String NAME = "n";
        private volatile int n = 1;
        public int n() { return n; }
        IN_T
      }
      package lib;
      import java.lang.invoke.*;
      public interface Find {
        Object find(Class<?> type, String name, Class<?> kind) throws Exception;
      }
      package lib;
      import java.util.concurrent.atomic.*;
      public interface Update {
        AtomicIntegerFieldUpdater<T> of(Class<T> type, String name);
      }
      package lib;
      public class Make {
        public static Object make() { return new T(); }
      }
      """;

  private static Object library(String inT) {
    return released.inDirectory(LIBRARY.replace("IN_T", "public static " + inT));
  }

  private static Stream<DynamicTest> differ(String because, String keeps, String lends) {
    return Twins.differ(because, library(keeps), library(lends));
  }

  @TestFactory
  Stream<DynamicTest> pairs() {
    String asks = "Object f() { return MethodHandles.lookup().lookupClass(); }";
    return Stream.of(
            differ("the right itself", asks, "Object f() { return MethodHandles.lookup(); }"),
            differ(
                "most of the right",
                asks,
                "Object f() { return MethodHandles.lookup().dropLookupMode(Lookup.PROTECTED); }"),
            differ(
                "a class that becomes a nest mate",
                asks,
                "Object f(byte[] file) throws Exception { return MethodHandles.lookup().defineHiddenClass(file, true, Lookup.ClassOption.NESTMATE); }"),
            differ(
                "a reference to the lookup",
                "Supplier<Lookup> f() { return MethodHandles::publicLookup; }",
                "Supplier<Lookup> f() { return MethodHandles::lookup; }"),
            differ(
                "a reference to an updater",
                "Update f() { return null; }",
                "Update f() { return AtomicIntegerFieldUpdater::newUpdater; }"),
            differ(
                "a reference to a finder",
                "Find f() { return null; }",
                "Find f() { return MethodHandles.lookup()::findVarHandle; }"))
        .flatMap(tests -> tests);
  }
}
