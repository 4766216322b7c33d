package org.drystone.registry.immutability;

/** Sources of a small library, for {@link Released}. */
final class Library {

  /** {@code lib.T extends lib.base.D}; the member of each is put in its place. */
  private static final String LIBRARY =
      """
      package lib.base;
      public abstract class D<V> {
              IN_D
      }
      package lib;
      public class T extends lib.base.D<Integer> {
        IN_T
      }
      package lib;
      public class S extends lib.base.D<Integer> {
        IN_S
      }
      package lib.base;
      public class Mate {
        IN_MATE
      }
      package lib;
      public class Make {
        public static Object make() { return new T(); }
      }
      """;

  private Library() {}

  /** The library with these members of D, T, S and Mate. */
  static String of(String inD, String inT, String inS, String inMate) {
    return LIBRARY
        .replace("IN_D", inD)
        .replace("IN_T", inT)
        .replace("IN_S", inS)
        .replace("IN_MATE", inMate);
  }
}
