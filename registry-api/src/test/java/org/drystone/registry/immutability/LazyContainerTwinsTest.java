package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Arrays and collections that are made when they are first asked for. */
class LazyContainerTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("what is in it", new Words("a,b"), new Builders("a,b")),
            Twins.differ("what is said in angle brackets", new Filled("a,b"), new Polluted("a,b")),
            Twins.differ("whether it can be changed", new Filled("a,b"), new Bare("a,b")),
            Twins.differ("what a stream makes", new Mapped("a,b"), new MappedToBuilders("a,b")),
            Twins.differ("whose helper makes it", new OwnHelper("a"), new OthersHelper()),
            Twins.differ(
                "what is added by another way", new Filled("a,b"), new AddedByCursor("a,b")))
        .flatMap(tests -> tests);
  }

  static final class Words {
    private final String text;
    private List<String> words;

    Words(String text) {
      this.text = text;
    }

    List<String> words() {
      if (words == null) {
        words = List.of(text.split(","));
      }
      return words;
    }
  }

  static final class Builders {
    private final String text;
    private List<StringBuilder> words;

    Builders(String text) {
      this.text = text;
    }

    List<StringBuilder> words() {
      if (words == null) {
        words = List.of(new StringBuilder(text));
      }
      return words;
    }
  }

  static final class Filled {
    private final String text;
    private List<String> words;

    Filled(String text) {
      this.text = text;
    }

    List<String> words() {
      List<String> known = words;
      if (known == null) {
        List<String> made = new ArrayList<>();
        for (String word : text.split(",")) {
          made.add(word);
        }
        known = Collections.unmodifiableList(made);
        words = known;
      }
      return known;
    }
  }

  static final class Polluted {
    private final String text;
    private List<String> words;

    Polluted(String text) {
      this.text = text;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    List<String> words() {
      List<String> known = words;
      if (known == null) {
        List made = new ArrayList<>();
        made.add(new StringBuilder(text));
        known = Collections.unmodifiableList(made);
        words = known;
      }
      return known;
    }
  }

  static final class Bare {
    private final String text;
    private volatile List<String> words;

    Bare(String text) {
      this.text = text;
    }

    List<String> words() {
      List<String> known = words;
      if (known == null) {
        known = new ArrayList<>(List.of(text.split(",")));
        words = known;
      }
      return known;
    }
  }

  static final class Mapped {
    private final String text;
    private List<String> words;

    Mapped(String text) {
      this.text = text;
    }

    List<String> words() {
      if (words == null) {
        words = Stream.of(text.split(",")).map(String::strip).sorted().toList();
      }
      return words;
    }
  }

  static final class MappedToBuilders {
    private final String text;
    private List<StringBuilder> words;

    MappedToBuilders(String text) {
      this.text = text;
    }

    List<StringBuilder> words() {
      if (words == null) {
        words = Stream.of(text.split(",")).map(StringBuilder::new).sorted().toList();
      }
      return words;
    }
  }

  static final class OwnHelper {
    private final List<Object> items;
    private volatile List<Object> copy;

    OwnHelper(Object item) {
      this.items = List.of(item);
    }

    private List<Object> copied() {
      return List.copyOf(items);
    }

    List<Object> copy() {
      List<Object> known = copy;
      if (known == null) {
        known = copied();
        copy = known;
      }
      return known;
    }
  }

  static final class OthersHelper {
    private static final OwnHelper OTHER = new OwnHelper(new StringBuilder());
    private volatile List<Object> copy;

    List<Object> copy() {
      List<Object> known = copy;
      if (known == null) {
        known = OTHER.copied();
        copy = known;
      }
      return known;
    }
  }

  static final class AddedByCursor {
    private final String text;
    private List<Object> words;

    AddedByCursor(String text) {
      this.text = text;
    }

    List<Object> words() {
      List<Object> known = words;
      if (known == null) {
        List<Object> made = new ArrayList<>();
        made.listIterator().add(new StringBuilder(text));
        known = Collections.unmodifiableList(made);
        words = known;
      }
      return known;
    }
  }
}
