package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches that nobody can tell from constants, and others that show. */
class CacheReadTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("a first call that differs", new LazyHash("a"), new FirstDiffers("a")),
            Twins.differ("a flag that shows", new Flagged("a"), new FlagShown()),
            Twins.differ("a flag that is returned", new Flagged("a"), new FlagReturned()),
            Twins.differ("a look at the cache", new LazyHash("a"), new Peeked("a")),
            Twins.differ("a mutable value", new LazyText("a"), new LazyDate()),
            Twins.differ("a mutable value of an open type", new LazyBox("a"), new LazyList("a")),
            Twins.differ("what is stored and what is returned", new Long1("a"), new Off("a")))
        .flatMap(tests -> tests);
  }

  record Text(String text) {}

  static final class LazyHash {
    private final String text;
    private int hash;

    LazyHash(String text) {
      this.text = text;
    }

    @Override
    public int hashCode() {
      int h = hash;
      if (h == 0 && !text.isEmpty()) {
        for (char c : text.toCharArray()) {
          h = 31 * h + c;
        }
        hash = h;
      }
      return h;
    }
  }

  static final class FirstDiffers {
    private final String text;
    private int hash;

    FirstDiffers(String text) {
      this.text = text;
    }

    @Override
    public int hashCode() {
      if (hash == 0) {
        hash = text.length();
        return 1;
      }
      return hash;
    }
  }

  static final class Flagged {
    private final String text;
    private int hash;
    private volatile boolean hashed;

    Flagged(String text) {
      this.text = text;
    }

    @Override
    public int hashCode() {
      if (!hashed) {
        hash = text.length();
        hashed = true;
      }
      return hash;
    }
  }

  static final class FlagShown {
    private boolean used;

    boolean first() {
      if (!used) {
        used = true;
        return true;
      }
      return false;
    }
  }

  static final class FlagReturned {
    private boolean used;

    @SuppressWarnings("AssignmentExpression")
    boolean first() {
      if (!used) {
        return used = true;
      }
      return false;
    }
  }

  static final class Peeked {
    private final String text;
    private int hash;

    Peeked(String text) {
      this.text = text;
    }

    @Override
    public int hashCode() {
      int h = hash;
      if (h == 0) {
        h = text.length();
        hash = h;
      }
      return h;
    }

    int peek() {
      return hash;
    }
  }

  static final class LazyText {
    private final String text;
    private String shown;

    LazyText(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      if (shown == null) {
        shown = "<" + text + ">";
      }
      return shown;
    }
  }

  static final class LazyDate {
    private Date date;

    Date date() {
      if (date == null) {
        date = new Date(0);
      }
      return date;
    }
  }

  static final class LazyBox {
    private final String text;
    private Object box;

    LazyBox(String text) {
      this.text = text;
    }

    Object box() {
      if (box == null) {
        box = new Text(text);
      }
      return box;
    }
  }

  static final class LazyList {
    private final String text;
    private Object box;

    LazyList(String text) {
      this.text = text;
    }

    Object box() {
      if (box == null) {
        box = new ArrayList<>(List.of(text));
      }
      return box;
    }
  }

  static final class Long1 {
    private final String text;
    private volatile long size;

    Long1(String text) {
      this.text = text;
    }

    long size() {
      long s = size;
      if (s == 0L) {
        s = text.length();
        size = s;
      }
      return s;
    }
  }

  static final class Off {
    private final String text;
    private volatile long size;

    Off(String text) {
      this.text = text;
    }

    long size() {
      long s = size;
      if (s == 0L) {
        s = text.length();
        size = s + 1;
      }
      return s;
    }
  }
}
