package exp;

import java.util.AbstractList;
import java.util.Date;

/** Classes around arrays and dates of their own; what differs within a pair is one copy or write. */
public final class OwnArrays {

  private OwnArrays() {}

  /** Copies in and out. */
  public record Copied(int[] values) {
    public Copied {
      values = values.clone();
    }

    @Override
    public int[] values() {
      return values.clone();
    }
  }

  /** Copies in only. */
  public record HalfCopied(int[] values) {
    public HalfCopied {
      values = values.clone();
    }
  }

  /** Is summed, never shown. */
  public static final class Sum {
    private final int[] values;

    public Sum(int... values) {
      this.values = values.clone();
    }

    public int total() {
      int total = 0;
      for (int value : values) {
        total += value;
      }
      return total;
    }
  }

  /** Copies for callers of its constructor, but not for those of its factory. */
  public static final class Wrapped {
    private final int[] values;

    public Wrapped(int[] values, int extra) {
      this(values.clone());
    }

    private Wrapped(int[] values) {
      this.values = values;
    }

    public static Wrapped wrap(int... values) {
      return new Wrapped(values);
    }

    public int first() {
      return values[0];
    }
  }

  /** Makes a changed copy of itself. */
  public static final class With {
    private final int[] values;

    private With(int[] values) {
      this.values = values;
    }

    public static With of(int... values) {
      return new With(values.clone());
    }

    public With with(int index, int value) {
      int[] copy = values.clone();
      copy[index] = value;
      return new With(copy);
    }
  }

  /** Forgets to copy the array when it copies itself. */
  public static class Shallow implements Cloneable {
    private final int[] values;

    public Shallow(int... values) {
      this.values = values.clone();
    }

    public Shallow with(int index, int value) throws CloneNotSupportedException {
      Shallow copy = (Shallow) clone();
      copy.values[index] = value;
      return copy;
    }
  }

  /** Sorts its array when it is compared. */
  public static final class Swapping {
    private final int[] values;

    public Swapping(int a, int b) {
      this.values = new int[] {a, b};
    }

    public int first() {
      return values[0];
    }

    @Override
    public boolean equals(Object other) {
      int first = values[0];
      values[0] = values[1];
      values[1] = first;
      return this == other;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  /** A list that only reads its array. */
  public static final class ReadList extends AbstractList<String> {
    private final String[] values;

    public ReadList(String... values) {
      this.values = values.clone();
    }

    @Override
    public String get(int index) {
      return values[index];
    }

    @Override
    public int size() {
      return values.length;
    }
  }

  /** A list that can be set. */
  public static final class SetList extends AbstractList<String> {
    private final String[] values;

    public SetList(String... values) {
      this.values = values.clone();
    }

    @Override
    public String get(int index) {
      return values[index];
    }

    @Override
    public String set(int index, String value) {
      String before = values[index];
      values[index] = value;
      return before;
    }

    @Override
    public int size() {
      return values.length;
    }
  }

  /** Copies its date in and out. */
  public static final class Day {
    private final Date date;

    public Day(Date date) {
      this.date = new Date(date.getTime());
    }

    public Date date() {
      return new Date(date.getTime());
    }
  }

  /** Copies its date in only. */
  public static final class LentDay {
    private final Date date;

    public LentDay(Date date) {
      this.date = new Date(date.getTime());
    }

    public Date date() {
      return date;
    }
  }

  /** Copies its date out only. */
  public static final class KeptDay {
    private final Date date;

    public KeptDay(Date date) {
      this.date = date;
    }

    public Date date() {
      return (Date) date.clone();
    }
  }

  /** Gives its array to whoever wants to write it somewhere. */
  public static final class Written {
    private final byte[] bytes;

    public Written(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    public void writeTo(java.io.OutputStream out) throws java.io.IOException {
      out.write(bytes);
    }
  }
}
