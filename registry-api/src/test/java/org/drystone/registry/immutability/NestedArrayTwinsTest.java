package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays in arrays that belong to one object alone, and others that others can reach. */
class NestedArrayTwinsTest extends ReleasedTwins {

  private static final String ROWS =
      """
      package lib;
      import java.util.*;
      import java.util.function.*;
      public final class Make {
        static double[] last;
        private final double[][] rows;
        Make(double[][] given, Consumer<Object> seen) {
          rows = new double[given.length][];
          for (int i = 0; i < rows.length; i++) {
            double[] row = given[i].clone();
            rows[i] = row;
            row[0] = -0.0;
          }
          seen.accept(this);
        }
        private Make(double[] only) {
          rows = new double[1][];
          rows[0] = new double[3];
        }
        static Make of(double[] given, Consumer<Object> seen) {
          Make made = new Make(given);
          double[] row = made.rows[0];
          row[1] = 1;
          seen.accept(made);
          return made;
        }
        double at(int row, int column) { return rows[row][column]; }
        double[] row(int i) { return rows[i].clone(); }
        double[][] all() {
          double[][] all = new double[rows.length][];
          for (int i = 0; i < all.length; i++) all[i] = row(i);
          return all;
        }
        public boolean equals(Object o) {
          return o instanceof Make && Arrays.deepEquals(rows, ((Make) o).rows);
        }
        double sum() { return Arrays.stream(rows).flatMapToDouble(Arrays::stream).sum(); }
        public int hashCode() { return Arrays.deepHashCode(rows); }
        public static Object make() { return new Make(new double[][] {{1}, {2}}, made -> {}); }
      }
      """;

  private static final String CUBE =
      """
      package lib;
      public final class Make {
        private final int[][][] cube;
        Make(int[][][] given) {
          cube = new int[given.length][][];
          for (int i = 0; i < given.length; i++) {
            cube[i] = new int[given[i].length][];
            for (int j = 0; j < given[i].length; j++) cube[i][j] = given[i][j].clone();
          }
        }
        int at(int i, int j, int k) { return cube[i][j][k]; }
        public static Object make() { return new Make(new int[][][] {{{1}}}); }
      }
      """;

  @TestFactory
  Stream<DynamicTest> rows() {
    Variants rows = new Variants(released, ROWS);
    return Stream.of(
            rows.differ("a shallow clone", "new double[given.length][]", "given.clone()"),
            rows.differ("a row of the caller's", "given[i].clone()", "given[i]"),
            rows.differ("a row that is kept", "rows[i] = row;", "rows[i] = row; last = row;"),
            rows.differ(
                "a row that a stranger sees", "rows[i] = row;", "seen.accept(rows[i] = row);"),
            rows.differ(
                "a row filled later",
                "row[1] = 1;\n",
                "",
                "return made;",
                "row[1] = 1; return made;"),
            rows.differ(
                "a row of a shown object", "return made;", "made.rows[0][2] = 1; return made;"),
            rows.differ("a row given in", "new double[3]", "only"),
            rows.differ("a row given out", "return rows[i].clone()", "return rows[i]"),
            rows.differ("a row in another array", "all[i] = row(i)", "all[i] = rows[i]"),
            rows.differ(
                "rows copied as a whole",
                "return all;",
                "System.arraycopy(rows, 0, all, 0, 1); return all;"),
            rows.differ(
                "a shallow copy given out", "return all;", "return Arrays.copyOf(rows, 1);"),
            rows.differ(
                "rows as a list",
                "return rows[row][column]",
                "return ((double[]) ((Supplier<Object>) () -> Arrays.asList(rows).get(0)).get())[0]"),
            rows.differ(
                "rows compared by others",
                "((Make) o).rows",
                "(Object[]) (Object) o.getClass().getEnumConstants()"),
            rows.differ(
                "rows that are sorted",
                "return rows[row][column]",
                "Arrays.sort(rows[row]); return 0"),
            rows.differ("one row for all", "rows[i] = row;", "Arrays.fill(rows, row);"),
            rows.differ(
                "rows of a stream",
                "Arrays.stream(rows).flatMapToDouble(Arrays::stream).sum()",
                "Arrays.stream(rows).peek(row -> row[0]++).count()"))
        .flatMap(tests -> tests);
  }

  @TestFactory
  Stream<DynamicTest> rowsOfRows() {
    Variants cube = new Variants(released, CUBE);
    return Stream.of(
            cube.differ("the rows only", "given[i][j].clone()", "given[i][j]"),
            cube.differ("a shallow clone", "new int[given[i].length][];", "given[i].clone();"),
            cube.differ("writes", "return cube", "return ++cube"))
        .flatMap(tests -> tests);
  }
}
