package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Containers that are still filled, under another name, once their object was shown. */
class StillFilledTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("read before", FilledBefore.of(x -> {}), FilledAfter.of(x -> {})),
            Twins.differ("an iterator of it", FilledBefore.of(x -> {}), RemovedAfter.of(x -> {})),
            Twins.differ("in another object", new OtherBefore(x -> {}), new OtherAfter(x -> {})),
            Twins.differ("by a helper", new HelpedBefore(x -> {}), new HelpedAfter(x -> {})),
            Twins.differ("by a factory's helper", Made.of(x -> {}), MadeShown.of(x -> {})))
        .flatMap(tests -> tests);
  }

  static final class FilledBefore {
    private final List<String> names = new ArrayList<>();

    static FilledBefore of(Consumer<FilledBefore> seen) {
      FilledBefore made = new FilledBefore();
      List<String> filled = made.names;
      filled.add("a");
      seen.accept(made);
      return made;
    }
  }

  static final class FilledAfter {
    private final List<String> names = new ArrayList<>();

    static FilledAfter of(Consumer<FilledAfter> seen) {
      FilledAfter made = new FilledAfter();
      List<String> filled = made.names;
      seen.accept(made);
      filled.add("a");
      return made;
    }
  }

  static final class RemovedAfter {
    private final List<String> names = new ArrayList<>(List.of("a"));

    static RemovedAfter of(Consumer<RemovedAfter> seen) {
      RemovedAfter made = new RemovedAfter();
      var names = made.names.iterator();
      names.next();
      seen.accept(made);
      names.remove();
      return made;
    }
  }

  static final class OtherBefore {
    private List<String> names = new ArrayList<>();

    OtherBefore() {}

    OtherBefore(Consumer<OtherBefore> seen) {
      List<String> filled = new ArrayList<>();
      OtherBefore other = new OtherBefore();
      filled.add("a");
      other.names = filled;
      seen.accept(other);
      this.names = filled;
    }
  }

  static final class OtherAfter {
    private List<String> names = new ArrayList<>();

    OtherAfter() {}

    OtherAfter(Consumer<OtherAfter> seen) {
      List<String> filled = new ArrayList<>();
      OtherAfter other = new OtherAfter();
      other.names = filled;
      seen.accept(other);
      filled.add("a");
      this.names = filled;
    }
  }

  static final class HelpedBefore {
    private final List<String> names = new ArrayList<>();

    HelpedBefore(Consumer<HelpedBefore> seen) {
      fill(names);
      seen.accept(this);
    }

    private static void fill(List<String> names) {
      names.add("a");
    }
  }

  static final class HelpedAfter {
    private final List<String> names = new ArrayList<>();

    HelpedAfter(Consumer<HelpedAfter> seen) {
      fill(names, this, seen);
    }

    private static void fill(List<String> names, HelpedAfter made, Consumer<HelpedAfter> seen) {
      seen.accept(made);
      names.add("a");
    }
  }

  static final class Made {
    private final List<String> names = new ArrayList<>();

    static Made of(Consumer<Made> seen) {
      Made made = new Made();
      fill(made.names);
      seen.accept(made);
      return made;
    }

    private static void fill(List<String> names) {
      names.add("a");
    }
  }

  static final class MadeShown {
    private final List<String> names = new ArrayList<>();

    static MadeShown of(Consumer<MadeShown> seen) {
      MadeShown made = new MadeShown();
      fill(made.names, made, seen);
      return made;
    }

    private static void fill(List<String> names, MadeShown made, Consumer<MadeShown> seen) {
      seen.accept(made);
      names.add("a");
    }
  }
}
