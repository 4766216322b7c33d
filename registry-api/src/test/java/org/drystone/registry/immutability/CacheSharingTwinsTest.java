package org.drystone.registry.immutability;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches that copies and other objects see, and others that they do not. */
class CacheSharingTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("handed on to another", new Reset("a"), new HandedOn("a")),
            Twins.differ("taken along by a clone", new Cloned("a"), new ClonedFull("a")),
            Twins.differ("compared", new Reset("a"), new Compared("a")),
            Twins.differ("of another object", new Reset("a"), new OfNext("a", null)))
        .flatMap(tests -> tests);
  }

  static final class Reset {
    private final String text;
    private int n;

    Reset(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        v = text.length();
        n = v;
      }
      return v;
    }

    Reset with(String other) {
      Reset copy = new Reset(other);
      copy.n = 0;
      return copy;
    }
  }

  static final class HandedOn {
    private final String text;
    private int n;

    HandedOn(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        v = text.length();
        n = v;
      }
      return v;
    }

    HandedOn with(String other) {
      HandedOn copy = new HandedOn(other);
      copy.n = n;
      return copy;
    }
  }

  static final class Cloned implements Cloneable {
    private String text;
    private int n;

    Cloned(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        v = text.length();
        n = v;
      }
      return v;
    }

    Cloned with(String other) throws CloneNotSupportedException {
      Cloned copy = (Cloned) super.clone();
      copy.text = other;
      copy.n = 0;
      return copy;
    }
  }

  static final class ClonedFull implements Cloneable {
    private String text;
    private int n;

    ClonedFull(String text) {
      this.text = text;
    }

    int length() {
      int v = n;
      if (v == 0) {
        v = text.length();
        n = v;
      }
      return v;
    }

    ClonedFull with(String other) throws CloneNotSupportedException {
      ClonedFull copy = (ClonedFull) super.clone();
      copy.text = other;
      return copy;
    }
  }

  static final class Compared {
    private final String text;
    private int n;

    Compared(String text) {
      this.text = text;
    }

    @Override
    public int hashCode() {
      int v = n;
      if (v == 0) {
        v = text.length();
        n = v;
      }
      return v;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Compared && ((Compared) other).n == n;
    }
  }

  static final class OfNext {
    private final String text;
    private final OfNext next;
    private int n;

    OfNext(String text, OfNext next) {
      this.text = text;
      this.next = next;
    }

    int length() {
      int v = n;
      if (v == 0) {
        v = text.length();
        next.n = v;
      }
      return v;
    }
  }
}
