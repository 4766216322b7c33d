package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches of what is the same each time, and of what tells one new object from the next. */
class CacheIdentityTwinsTest extends ReleasedTwins {

  private static final String LIBRARY =
      """
      package lib;
      import java.util.*;
      public final class T {
        private final String s = "I";
        private String m;
        static final class Token {}
        record Pair(int a, int b) {}
        public String get() {
          String found = m;
          if (found == null) { found = SOURCE; m = found; }
          return found;
        }
        record Named(Token of) {}
        private static Token token() { return new Token(); }
        private static Pair pair() { return new Pair(1, 2); }
        private static String hash(Object o) { return "" + o.hashCode(); }
      }
      package lib;
      public class Make {
        public static Object make() throws Exception { return new T(); }
      }
      """;

  private static Stream<DynamicTest> differ(String because, String steady, String unsteady) {
    return Twins.differ(because, library(steady), library(unsteady));
  }

  private static Object library(String source) {
    return released.inDirectory(LIBRARY.replace("SOURCE", source));
  }

  @TestFactory
  Stream<DynamicTest> identities() {
    return Stream.of(
            differ("a builder", "\"\" + s.hashCode()", "\"\" + new StringBuilder().hashCode()"),
            differ(
                "an array", "\"\" + Arrays.hashCode(new int[1])", "\"\" + new int[1].hashCode()"),
            differ("what is hashed", "\"\" + Objects.hash(s)", "\"\" + Objects.hash(new Token())"),
            differ("a name", "new Pair(1, 2).toString()", "new Object().toString()"),
            differ("a class without a hash", "hash(new Pair(1, 2))", "hash(new Token())"),
            differ("an exception", "new Error(s).getMessage()", "\"\" + new Error(s).hashCode()"),
            differ(
                "an element",
                "\"\" + List.of(s).hashCode()",
                "\"\" + List.of(new Token()).hashCode()"),
            differ(
                "the order",
                "\"\" + new HashSet<>(List.of(s))",
                "\"\" + new HashSet<>(List.of(new Token()))"),
            differ("what is printed", "String.valueOf(1)", "String.valueOf(new Token())"),
            differ("what is joined", "s + 1", "s + new Token()"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> newObjectsOfOthers() {
    return Stream.of(
            differ("of a helper", "\"\" + pair().hashCode()", "\"\" + token().hashCode()"),
            differ("handed on", "hash(pair())", "hash(token())"),
            differ("printed", "s + pair()", "s + token()"),
            differ(
                "of a function",
                "\"\" + Optional.of(s).map(x -> pair()).hashCode()",
                "\"\" + Optional.of(s).map(x -> token()).hashCode()"),
            differ(
                "of a constructor",
                "\"\" + Optional.of(s).map(String::new).hashCode()",
                "\"\" + Optional.of(s).map(Error::new).hashCode()"),
            differ(
                "a part of a record",
                "\"\" + new Pair(1, 2).hashCode()",
                "\"\" + new Named(token()).hashCode()"),
            differ(
                "a copy of an array",
                "\"\" + Arrays.hashCode(new int[1].clone())",
                "\"\" + new int[1].clone().hashCode()"),
            differ(
                "of an interface",
                "\"\" + List.of(1).subList(0, 1).hashCode()",
                "\"\" + List.of(1).iterator().hashCode()"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> settings() {
    return Stream.of(
            differ(
                "a format",
                "String.format(Locale.ROOT, \"%.1f\", 1.5)",
                "String.format(\"%.1f\", 1.5)"),
            differ("a text as a format", "s.concat(s)", "\"%.1f\".formatted(1.5)"),
            differ("small letters", "s.toLowerCase(Locale.ROOT)", "s.toLowerCase()"),
            differ("capitals", "s.toUpperCase(Locale.ROOT)", "s.toUpperCase()"),
            differ(
                "who sets the locale",
                "Locale.FRANCE.toString()",
                "Optional.of(s).map(x -> { Locale.setDefault(Locale.FRANCE); return x; }).get()"),
            differ(
                "today",
                "java.time.LocalDate.EPOCH.toString()",
                "java.time.chrono.IsoChronology.INSTANCE.dateNow().toString()"),
            differ(
                "a lock that others hold",
                "s.concat(s)",
                "\"\" + new java.util.concurrent.locks.ReentrantLock().isLocked()"))
        .flatMap(tests -> tests);
  }
}
