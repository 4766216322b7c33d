package org.drystone.registry.immutability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.chrono.IsoChronology;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Caches of what is the same each time, and of what the machine says: its language, day, files. */
class CacheSettingTwinsTest {

  @TestFactory
  Stream<DynamicTest> pairs() {
    return Stream.of(
            Twins.differ("letters of some language", new RootLetters(), new Letters()),
            Twins.differ(
                "numbers as some language writes them", new RootNumbers(), new SomeNumbers()),
            Twins.differ("a date", new Dates(), new Today()),
            Twins.differ("a file", new Sums(), new Files()))
        .flatMap(tests -> tests);
  }

  static int sum(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return (int) sum.getValue();
  }

  static int size(String path) {
    try (ZipFile file = new ZipFile(path)) {
      return file.size();
    } catch (IOException e) {
      return -1;
    }
  }

  static final class RootLetters {
    private final String text = "ab";
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        v = text.toLowerCase(Locale.ROOT);
        value = v;
      }
      return v;
    }
  }

  static final class Letters {
    private final String text = "ab";
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        v = text.toLowerCase();
        value = v;
      }
      return v;
    }
  }

  static final class RootNumbers {
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        v = String.format(Locale.ROOT, "%.1f", 1.5);
        value = v;
      }
      return v;
    }
  }

  static final class SomeNumbers {
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        v = String.format("%.1f", 1.5);
        value = v;
      }
      return v;
    }
  }

  static final class Dates {
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        v = IsoChronology.INSTANCE.date(2024, 1, 2).toString();
        value = v;
      }
      return v;
    }
  }

  static final class Today {
    private String value;

    String get() {
      String v = value;
      if (v == null) {
        v = IsoChronology.INSTANCE.dateNow().toString();
        value = v;
      }
      return v;
    }
  }

  static final class Sums {
    private final String text = "ab";
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = sum(text);
        value = v;
      }
      return v;
    }
  }

  static final class Files {
    private final String text = "ab";
    private int value;

    int get() {
      int v = value;
      if (v == 0) {
        v = size(text);
        value = v;
      }
      return v;
    }
  }
}
