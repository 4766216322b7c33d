package org.drystone.registry.internal.reading;

import java.util.Arrays;
import java.util.Locale;

/**
 * How far other spellings are from one: the letters to insert, delete, replace or swap, in upper or
 * lower case. Looks no further than at what could be a slip. For one thread.
 */
final class Spelling {

  /** Further than any spelling that counts. */
  private static final int FAR = Integer.MAX_VALUE / 2;

  private static final int SHORT = 4;

  private final String text;
  private final int furthest;

  Spelling(String text) {
    this.text = text.toLowerCase(Locale.ROOT);
    this.furthest = text.length() < SHORT ? 1 : 2;
  }

  /** The greatest distance that counts as a slip. */
  int furthest() {
    return furthest;
  }

  /** The distance, or more than {@link #furthest()}. */
  int distance(String other) {
    if (Math.abs(other.length() - text.length()) > furthest) {
      return FAR;
    }
    return lowerCaseDistance(other.toLowerCase(Locale.ROOT));
  }

  /** Optimal string alignment, along the diagonal only. */
  private int lowerCaseDistance(String other) {
    int[] before = row();
    int[] above = row();
    int[] current = row();
    for (int column = 0; column <= Math.min(furthest, other.length()); column++) {
      current[column] = column;
    }
    for (int line = 1; line <= text.length(); line++) {
      int[] free = before;
      before = above;
      above = current;
      current = free;
      fill(line, other, new int[][] {before, above, current});
    }
    return other.length() < current.length ? current[other.length()] : FAR;
  }

  private void fill(int line, String other, int[][] rows) {
    int[] current = rows[2];
    Arrays.fill(current, FAR);
    if (line <= furthest) {
      current[0] = line;
    }
    int last = Math.min(other.length(), line + furthest);
    for (int column = Math.max(1, line - furthest); column <= last; column++) {
      current[column] = cheapest(line, column, other, rows);
    }
  }

  private int cheapest(int line, int column, String other, int[][] rows) {
    int[] above = rows[1];
    int same = text.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1;
    int least =
        Math.min(above[column - 1] + same, Math.min(above[column], rows[2][column - 1]) + 1);
    boolean swapped =
        line > 1
            && column > 1
            && text.charAt(line - 1) == other.charAt(column - 2)
            && text.charAt(line - 2) == other.charAt(column - 1);
    return swapped ? Math.min(least, rows[0][column - 2] + 1) : least;
  }

  private int[] row() {
    int[] row = new int[text.length() + furthest + 1];
    Arrays.fill(row, FAR);
    return row;
  }
}
