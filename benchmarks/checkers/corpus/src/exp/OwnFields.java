package exp;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Classes with fields that are not final, counters, and functions. */
public final class OwnFields {

  private OwnFields() {}

  /** Counts how often it is compared. */
  public static final class Counting implements Comparable<Counting> {
    private int count;

    public int count() {
      return count;
    }

    @Override
    public int compareTo(Counting other) {
      count++;
      return 0;
    }
  }

  /** Remembers its text. */
  public static final class Texts {
    private final int number;
    private String text;

    public Texts(int number) {
      this.number = number;
    }

    @Override
    public String toString() {
      String known = text;
      if (known == null) {
        known = "number " + number;
        text = known;
      }
      return known;
    }
  }

  /** Remembers when it was first asked. */
  public static final class FirstAsked {
    private volatile Long time;

    public long time() {
      Long known = time;
      if (known == null) {
        known = System.nanoTime();
        time = known;
      }
      return known;
    }
  }

  /** Splits its text once. */
  public static final class Split {
    private final String text;
    private volatile List<String> parts;

    public Split(String text) {
      this.text = text;
    }

    public List<String> parts() {
      List<String> known = parts;
      if (known == null) {
        known = List.of(text.split(","));
        parts = known;
      }
      return known;
    }
  }

  /** Remembers what somebody's function gave. */
  public static final class Supplied {
    private final Supplier<String> supplier;
    private volatile String value;

    public Supplied(Supplier<String> supplier) {
      this.supplier = supplier;
    }

    public String value() {
      String known = value;
      if (known == null) {
        known = supplier.get();
        value = known;
      }
      return known;
    }
  }

  /** Made by a builder, field by field, and then left alone. */
  public static final class Made {
    private String name;

    public String name() {
      return name;
    }

    public static Made of(String name) {
      Made made = new Made();
      made.name = name;
      return made;
    }
  }

  /** Made by a builder that keeps it. */
  public static final class Kept {
    private String name;

    public String name() {
      return name;
    }

    public static final class Builder {
      private final Kept made = new Kept();

      public Builder name(String name) {
        made.name = name;
        return this;
      }

      public Kept build() {
        return made;
      }
    }
  }

  /** Written by a static method. */
  public static final class Poked {
    private String name = "a";

    public String name() {
      return name;
    }

    public static void poke(Poked poked) {
      poked.name = "b";
    }
  }

  /** Can be closed. */
  public static final class Closing implements AutoCloseable {
    private String name = "a";

    public String name() {
      return name;
    }

    @Override
    public void close() {
      name = "";
    }
  }

  /** Counts its readers. */
  public static final class Read {
    private final AtomicLong readers = new AtomicLong();

    public long read() {
      return readers.incrementAndGet();
    }
  }

  /** A builder of text that only gives its text. */
  public static final class Text {
    private final StringBuilder text = new StringBuilder();

    public Text(String text) {
      this.text.append(text);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** A builder of text that goes on. */
  public static final class GrowingText {
    private final StringBuilder text = new StringBuilder();

    public GrowingText add(String more) {
      text.append(more);
      return this;
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** An enum with a note to itself. */
  public enum Noted {
    ONE;

    private String note = "";

    public void note(String note) {
      this.note = note;
    }

    public String note() {
      return note;
    }
  }

  /** Looks at what is outside. */
  public static final class Outer {
    private int count;

    public void count() {
      count++;
    }

    /** Inside. */
    public final class Inner {
      public int look() {
        return count;
      }
    }

    public Inner inner() {
      return new Inner();
    }
  }

  public static Supplier<Integer> first(int... values) {
    return () -> values[0];
  }

  public static Supplier<Integer> constant(int value) {
    return () -> value;
  }
}
