package org.drystone.registry.immutability;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What only the JDK's collections and streams see or give out, or those of others, too: these may
 * keep it.
 */
class JdkCollectionsTwinsTest {

  private static final List<String> ONE = List.of("a");

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("an array of a list that is handed on", Taken.of(ONE), Wrapped.of(ONE)),
            Twins.differ("an array to fill", Taken.of(ONE), new Filled(ONE)),
            Twins.differ("an array of a list in a builder", built(), builtOfAny()),
            Twins.differ("compared with", new Compared(ONE), new ComparedWithAny(ONE)),
            Twins.differ("a helper that compares", new Same(ONE), new SameAsAny(ONE)),
            Twins.differ("listed", new Listed("a"), new ListedOfAny(keeping())),
            Twins.differ("added by a helper to", new Added("a"), new AddedToAny("a")))
        .flatMap(tests -> tests);
  }

  /** Not the JDK's: whoever made it keeps what it gives out. */
  @SuppressWarnings("unchecked")
  private static Stream<String> keeping() {
    List<String> list = new ArrayList<>(ONE);
    return (Stream<String>)
        Proxy.newProxyInstance(
            JdkCollectionsTwinsTest.class.getClassLoader(),
            new Class<?>[] {Stream.class},
            (proxy, method, arguments) -> list);
  }

  private static Built built() {
    Built.Builder builder = new Built.Builder();
    builder.rows.add("a");
    return builder.build();
  }

  private static BuiltOfAny builtOfAny() {
    return new BuiltOfAny.Builder(new ArrayList<>(ONE)).build();
  }

  static final class Taken {
    private final String[] rows;

    private Taken(List<String> rows) {
      this.rows = rows.toArray(new String[0]);
    }

    static Taken of(Collection<String> rows) {
      return new Taken(new ArrayList<>(rows));
    }

    int size() {
      return rows.length;
    }
  }

  static final class Filled {
    static String[] last = {};
    private final String[] rows;

    Filled(List<String> rows) {
      String[] given = new String[rows.size()];
      this.rows = new ArrayList<>(rows).toArray(given);
      last = given;
    }

    int size() {
      return rows.length;
    }
  }

  static final class Wrapped {
    private final String[] rows;

    private Wrapped(List<String> rows) {
      this.rows = rows.toArray(new String[0]);
    }

    static Wrapped of(Collection<String> rows) {
      return new Wrapped(new ArrayList<>(rows));
    }

    static Wrapped ofAny(List<String> rows) {
      return new Wrapped(rows);
    }

    int size() {
      return rows.length;
    }
  }

  static final class Built {
    private final String[] rows;

    private Built(Builder builder) {
      this.rows = builder.rows().toArray(new String[0]);
    }

    int size() {
      return rows.length;
    }

    static final class Builder {
      private final List<String> rows = new ArrayList<>();

      List<String> rows() {
        return rows;
      }

      Built build() {
        return new Built(this);
      }
    }
  }

  static final class BuiltOfAny {
    private final String[] rows;

    private BuiltOfAny(Builder builder) {
      this.rows = builder.rows().toArray(new String[0]);
    }

    int size() {
      return rows.length;
    }

    static final class Builder {
      private final List<String> rows;

      Builder(List<String> rows) {
        this.rows = rows;
      }

      List<String> rows() {
        return rows;
      }

      BuiltOfAny build() {
        return new BuiltOfAny(this);
      }
    }
  }

  static final class Compared {
    private final List<String> rows;

    Compared(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Compared that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
      return rows.hashCode();
    }
  }

  /** Another one may hold a list that clears what it is compared with. */
  static final class ComparedWithAny {
    private final List<String> rows;

    ComparedWithAny(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    ComparedWithAny(int size) {
      this.rows = new Clearing(size);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ComparedWithAny that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
      return rows.hashCode();
    }
  }

  static final class Same {
    private final List<String> rows;

    Same(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    boolean isSame(Same other) {
      return Sinks.isSame(rows, other.rows);
    }
  }

  static final class SameAsAny {
    private final List<String> rows;

    SameAsAny(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    boolean isSame(Object other) {
      return Sinks.isSame(other, rows);
    }
  }

  static final class Listed {
    private final List<String> rows;

    Listed(String... rows) {
      this.rows = Stream.of(rows).toList();
    }

    List<String> rows() {
      return rows;
    }
  }

  static final class ListedOfAny {
    private final List<String> rows;

    ListedOfAny(Stream<String> rows) {
      this.rows = rows.toList();
    }

    List<String> rows() {
      return rows;
    }
  }

  static final class Added {
    private final String[] rows;

    Added(String... rows) {
      this.rows = rows.clone();
    }

    List<String> rows() {
      List<String> copy = new ArrayList<>();
      Sinks.addAll(copy, rows);
      return copy;
    }
  }

  static final class AddedToAny {
    private final String[] rows;

    AddedToAny(String... rows) {
      this.rows = rows.clone();
    }

    void addTo(Collection<String> any) {
      Sinks.addAll(any, rows);
    }
  }
}
