package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Collections that an object shares with its builder, a constant, or what hashes it. */
class SharedPlacesTwinsTest {

  private static final List<String> ONE = List.of("a");
  private static final Map<String, String> MAP = Map.of("a", "b");

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ(
                "a builder with a read-only list",
                new ReadOnlyBuilt.Builder().rows(ONE).build(),
                new RawBuilt.Builder().rows(ONE).build()),
            Twins.differ(
                "a builder that never adds",
                new CopyingBuilt.Builder().rows(ONE).build(),
                new AddingBuilt.Builder().rows(ONE).build()),
            Twins.differ("a constant", new WithConstant(null), new WithOpenConstant(null)),
            Twins.differ("hashed", new Hashed(ONE), new PutIntoArray(ONE)),
            Twins.differ("copied into a map", new TakenOver(MAP), new TakenByOthers(MAP)),
            Twins.differ("a library's own list", new Own(null), new OwnMutable(null)))
        .flatMap(tests -> tests);
  }

  static final class ReadOnlyBuilt {
    private final List<String> rows;

    private ReadOnlyBuilt(Builder builder) {
      this.rows = builder.rows;
    }

    List<String> rows() {
      return rows;
    }

    static final class Builder {
      private List<String> rows = Collections.emptyList();

      Builder rows(Collection<String> all) {
        this.rows = Collections.unmodifiableList(new ArrayList<>(all));
        return this;
      }

      List<String> rows() {
        return rows;
      }

      ReadOnlyBuilt build() {
        return new ReadOnlyBuilt(this);
      }
    }
  }

  static final class RawBuilt {
    private final List<String> rows;

    private RawBuilt(Builder builder) {
      this.rows = builder.rows;
    }

    static final class Builder {
      private List<String> rows = Collections.emptyList();

      Builder rows(Collection<String> all) {
        this.rows = new ArrayList<>(all);
        return this;
      }

      List<String> rows() {
        return rows;
      }

      RawBuilt build() {
        return new RawBuilt(this);
      }
    }
  }

  static final class CopyingBuilt {
    private final List<String> rows;

    private CopyingBuilt(Builder builder) {
      this.rows = builder.rows;
    }

    static final class Builder {
      private List<String> rows = new ArrayList<>();

      Builder rows(Collection<String> all) {
        List<String> next = new ArrayList<>(rows);
        next.addAll(all);
        this.rows = next;
        return this;
      }

      CopyingBuilt build() {
        return new CopyingBuilt(this);
      }
    }
  }

  static final class AddingBuilt {
    private final List<String> rows;

    private AddingBuilt(Builder builder) {
      this.rows = builder.rows;
    }

    static final class Builder {
      private List<String> rows = new ArrayList<>();

      Builder rows(Collection<String> all) {
        rows.addAll(all);
        return this;
      }

      AddingBuilt build() {
        return new AddingBuilt(this);
      }
    }
  }

  static final class WithConstant {
    private static final Map<String, String> NONE = Collections.unmodifiableMap(new HashMap<>());
    private final Map<String, String> all;

    WithConstant(Map<String, String> all) {
      this.all = all == null ? NONE : new HashMap<>(all);
    }
  }

  static final class WithOpenConstant {
    private static final Map<String, String> NONE = new HashMap<>();
    private final Map<String, String> all;

    WithOpenConstant(Map<String, String> all) {
      this.all = all == null ? NONE : new HashMap<>(all);
    }

    static Map<String, String> none() {
      return NONE;
    }
  }

  static final class Hashed {
    private final List<String> rows;

    Hashed(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Hashed && Objects.equals(rows, ((Hashed) other).rows);
    }

    @Override
    public int hashCode() {
      return Objects.hash(rows, 1);
    }
  }

  static final class PutIntoArray {
    private final List<String> rows;

    PutIntoArray(Collection<String> rows) {
      this.rows = new ArrayList<>(rows);
    }

    Object[] parts() {
      return new Object[] {rows, 1};
    }
  }

  static final class TakenOver {
    private final Map<String, String> all;

    TakenOver(Map<String, String> all) {
      this.all = new HashMap<>(all);
    }

    Map<String, String> copy() {
      Map<String, String> copy = new HashMap<>();
      copy.putAll(all);
      return copy;
    }
  }

  static final class TakenByOthers {
    private final Map<String, String> all;

    TakenByOthers(Map<String, String> all) {
      this.all = new HashMap<>(all);
    }

    void copyTo(Map<String, String> target) {
      target.putAll(all);
    }
  }

  static final class Own {
    private final Object rows;

    Own(Collection<String> rows) {
      this.rows = rows == null ? new Pair("a", "b") : new ArrayList<>(rows);
    }
  }

  record Pair(String left, String right) {}

  static final class OwnMutable {
    private final Object rows;

    OwnMutable(Collection<String> rows) {
      this.rows = rows == null ? new Growing() : new ArrayList<>(rows);
    }
  }

  static final class Growing extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }
}
