package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.Immutable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.drystone.registry.Fingerprints.Coverage;
import org.junit.jupiter.api.Test;

/** Which versions have a fingerprint. */
class FingerprintCoverageTest {

  private static final Key<List<String>> WORDS =
      Key.of("ada/words", new TypeRef<List<String>>() {});

  /** Anybody can set what the author calls immutable. */
  @Immutable
  @SuppressWarnings("Immutable") // As people do.
  static final class Codes {
    private final int[] codes;

    Codes(int[] codes) {
      this.codes = codes;
    }

    int first() {
      return codes[0];
    }
  }

  /** Proven to be immutable. */
  record Plain(String text) {}

  /** Trusted by the operator. */
  @SuppressWarnings("unused") // Read by the fingerprint.
  static final class Meter {
    int count;
  }

  /** Cannot be read to its end. */
  record Guarded(ReentrantLock lock) {}

  private final List<String> words = new ArrayList<>(List.of("one", "two"));

  private static Hub hub(Fingerprints fingerprints) {
    return Hub.builder().trust(Meter.class, "it is stopped").fingerprints(fingerprints).open();
  }

  private Label force(Hub hub) {
    return Users.ada(hub).publish(WORDS, words, with -> with.evenIfMutable("an old interface"));
  }

  @Test
  void what_somebody_declares_or_trusts_is_compared_too() {
    try (Hub hub = hub(Fingerprints.oneReadIn(1))) {
      Registry ada = Users.ada(hub);
      int[] codes = {1};
      Meter meter = new Meter();
      Key<Codes> declared = Key.of("ada/codes", Codes.class);
      Key<Meter> trusted = Key.of("ada/meter", Meter.class);
      ada.publish(declared, new Codes(codes));
      ada.publish(trusted, meter);
      assertThat(ada.get(declared).first()).isEqualTo(1);
      assertThat(ada.get(trusted)).isSameAs(meter);

      codes[0]++;
      meter.count++;

      assertThatThrownBy(() -> ada.get(declared)).isInstanceOf(MutatedException.class);
      assertThatThrownBy(() -> ada.get(trusted)).isInstanceOf(MutatedException.class);
    }
  }

  @Test
  void the_coverage_says_which_versions_have_a_fingerprint() {
    assertThat(covered(Coverage.FORCED)).containsExactly("ada/words");
    assertThat(covered(Coverage.BELIEVED)).containsExactly("ada/words", "ada/codes");
    assertThat(covered(Coverage.ALL)).containsExactly("ada/words", "ada/codes", "ada/plain");
  }

  private List<String> covered(Coverage coverage) {
    try (Hub hub = hub(Fingerprints.oneReadIn(7).covering(coverage))) {
      Registry ada = Users.ada(hub);
      List<Label> labels =
          List.of(
              force(hub),
              ada.publish(Key.of("ada/codes", Codes.class), new Codes(new int[1])),
              ada.publish(Key.of("ada/plain", Plain.class), new Plain("a")));
      return labels.stream()
          .filter(label -> !label.details().isEmpty())
          .peek(
              label ->
                  assertThat(label.details())
                      .isEqualTo(Map.of("fingerprint", "compared on one read in 7")))
          .map(label -> label.name().toString())
          .toList();
    }
  }

  @Test
  void what_cannot_be_read_to_its_end_has_none_and_says_why() {
    try (Hub hub = hub(Fingerprints.oneReadIn(1).upTo(3))) {
      Key<Guarded> key = Key.of("ada/guarded", Guarded.class);
      Label guarded =
          Users.ada(hub)
              .publish(
                  key,
                  new Guarded(new ReentrantLock()),
                  with -> with.evenIfMutable("nobody locks"));
      words.add("three");
      Label lengthy = force(hub);

      assertThat(guarded.details().get(Fingerprints.DETAIL))
          .startsWith("none: FingerprintCoverageTest.Guarded.lock is a java.util.concurrent.locks");
      assertThat(lengthy.details().get(Fingerprints.DETAIL))
          .isEqualTo("none: ArrayList has more than 3 parts");
      words.add("four");
      assertThat(Users.ada(hub).get(WORDS)).isSameAs(words);
    }
  }

  @Test
  void without_being_asked_for_there_are_none() {
    try (Hub hub = Hub.create()) {
      Label label = force(hub);
      words.add("three");

      assertThat(label.details()).isEmpty();
      assertThat(Users.ada(hub).get(WORDS)).isSameAs(words);
    }
  }

  @Test
  void settings_are_checked() {
    assertThatThrownBy(() -> Fingerprints.oneReadIn(0))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("one read in 0");
    assertThatThrownBy(() -> Fingerprints.oneReadIn(1).upTo(0))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("at most 0 parts");
    assertThatCode(() -> Fingerprints.oneReadIn(1).upTo(1)).doesNotThrowAnyException();
  }
}
