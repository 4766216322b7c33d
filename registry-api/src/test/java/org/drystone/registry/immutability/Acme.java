package org.drystone.registry.immutability;

import com.google.errorprone.annotations.Immutable;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Classes of all kinds, to be explained. */
@SuppressWarnings("unused") // Their fields are looked at.
final class Acme {

  private Acme() {}

  record Point(double x, double y) {}

  record Row(String name, Object value) {}

  static final class Report {
    private final String title;
    private final List<Row> rows;
    private final Date when;
    private int hash;

    Report(String title, List<Row> rows, Date when) {
      this.title = title;
      this.rows = rows;
      this.when = when;
    }

    @Override
    public int hashCode() {
      int h = hash;
      if (h == 0) {
        h = title.hashCode();
        hash = h;
      }
      return h;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Report that && that.title.equals(title);
    }
  }

  static final class Counter {
    private int count;
    int shown;

    int next() {
      return ++count;
    }
  }

  /** Owns its arrays and lists. */
  static final class Series {
    private final int[] codes;
    private final String[] names;
    private final List<Object> values;

    Series(int[] codes, String[] names, List<?> values) {
      this.codes = codes.clone();
      this.names = names.clone();
      this.values = new ArrayList<>(values);
    }

    int code(int index) {
      return codes[index];
    }

    String name(int index) {
      return names[index];
    }

    Object value(int index) {
      return values.get(index);
    }
  }

  /** Shares them. */
  record Shared(int[] codes, List<? extends Optional<Row>> rows, Map<String, Row[]> byName) {}

  /** Never written once it is complete, though not final. */
  static final class Built {
    private String name;

    private Built() {}

    static Built of(String name) {
      Built built = new Built();
      built.name = name;
      return built;
    }

    String name() {
      return name;
    }
  }

  /** Believed for its annotation. */
  @Immutable
  @SuppressWarnings("Immutable") // As people do.
  static final class Declared {
    private final int[] codes;

    Declared(int[] codes) {
      this.codes = codes;
    }

    int code() {
      return codes[0];
    }
  }

  static class Base<T> {
    protected final T value;
    public int hits;

    Base(T value) {
      this.value = value;
    }
  }

  static final class Derived extends Base<Map<String, Row>> {
    private final String name;

    Derived(String name) {
      super(Map.of());
      this.name = name;
    }
  }

  abstract static class Template {
    private final String name;

    Template(String name) {
      this.name = name;
    }

    abstract String text();
  }

  sealed interface Shape permits Circle, Square, Polygon {}

  record Circle(double radius) implements Shape {}

  static final class Square implements Shape {
    double side;
  }

  record Polygon(List<Point> points) implements Shape {}

  sealed interface Answer permits Yes, No {}

  record Yes() implements Answer {}

  record No(String reason) implements Answer {}

  record Poll(Answer first, Shape drawn, Runnable then, Template text, Base<String> base) {}

  enum Planet {
    EARTH(6.4e6);

    private final double radius;

    Planet(double radius) {
      this.radius = radius;
    }
  }

  enum Moody {
    MONDAY;

    private int mood;

    void sleep() {
      mood++;
    }
  }

  static final class Empty {}

  static Runnable lambda(String text, Date when) {
    return () -> System.out.println(text + when);
  }
}
