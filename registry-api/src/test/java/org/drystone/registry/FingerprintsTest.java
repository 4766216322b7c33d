package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.Immutable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.drystone.registry.Fingerprints.Coverage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found of versions that are changed by whoever still holds them. */
class FingerprintsTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
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
  private final List<Label> told = new CopyOnWriteArrayList<>();

  private Hub hub(Fingerprints fingerprints) {
    return Hub.builder()
        .clock(Clock.fixed(NOON, ZoneOffset.UTC))
        .trust(Meter.class, "it is stopped")
        .fingerprints(fingerprints.telling(told::add))
        .open();
  }

  private Label force(Hub hub) {
    return Users.ada(hub).publish(WORDS, words, with -> with.evenIfMutable("an old interface"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void a_change_is_found_by_the_nth_read(int every) {
    try (Hub hub = hub(Fingerprints.oneReadIn(every))) {
      Label label = force(hub);
      words.add("three");

      for (int read = 1; read < every; read++) {
        assertThat(Users.ada(hub).get(WORDS)).isSameAs(words);
      }
      assertThat(told).isEmpty();
      assertThatThrownBy(() -> Users.ada(hub).get(WORDS)).isInstanceOf(MutatedException.class);
      assertThat(told).containsExactly(label);
    }
  }

  @Test
  void the_error_tells_which_version_and_who_published_it_when() {
    try (Hub hub = hub(Fingerprints.oneReadIn(1))) {
      Label label = force(hub);
      words.set(0, "zero");

      assertThatThrownBy(() -> Users.ada(hub).get(WORDS))
          .isInstanceOfSatisfying(
              MutatedException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.MUTATED);
                assertThat(e.version()).isEqualTo(label.id());
                assertThat(e.publisher()).isEqualTo(Users.ADA);
              })
          .hasMessage(
              "MUTATED: ada/words:v1 was changed after its publication: ada published it at"
                  + " 2026-05-04T12:00:00Z, and it no longer holds what it held then. Publish anew"
                  + " what it should be, with copying() or of types that cannot change.");
    }
  }

  static List<Consumer<Registry>> reads() {
    return List.of(
        registry -> registry.get(WORDS),
        registry -> registry.find(WORDS.version(1)),
        registry -> registry.read(WORDS),
        registry -> registry.hold(WORDS).close());
  }

  @ParameterizedTest
  @MethodSource("reads")
  void every_later_read_fails_even_if_the_change_is_taken_back(Consumer<Registry> read) {
    try (Hub hub = hub(Fingerprints.oneReadIn(1))) {
      Label label = force(hub);
      words.add("three");
      assertThatThrownBy(() -> read.accept(Users.ada(hub))).isInstanceOf(MutatedException.class);

      words.remove("three");

      assertThatThrownBy(() -> read.accept(Users.ada(hub))).isInstanceOf(MutatedException.class);
      assertThat(told).hasSize(1);
      assertThat(Users.ada(hub).describe(WORDS)).isEqualTo(label);
    }
  }

  @Test
  void a_new_version_is_read_again_and_others_are_not_touched() {
    try (Hub hub = hub(Fingerprints.oneReadIn(1))) {
      force(hub);
      words.add("three");
      assertThatThrownBy(() -> Users.ada(hub).get(WORDS)).isInstanceOf(MutatedException.class);

      Users.ada(hub).publish(WORDS, words, Publication::copying);

      assertThat(Users.ada(hub).get(WORDS)).containsExactly("one", "two", "three");
      assertThatThrownBy(() -> Users.ada(hub).get(WORDS.version(1)))
          .isInstanceOf(MutatedException.class);
    }
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
          .startsWith("none: FingerprintsTest.Guarded.lock is a java.util.concurrent.locks");
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
  void readers_who_race_are_all_refused_and_the_listener_is_told_once() throws Exception {
    int readers = 8;
    ExecutorService threads = Executors.newFixedThreadPool(readers);
    try (Hub hub = hub(Fingerprints.oneReadIn(1))) {
      Label label = force(hub);
      words.add("three");
      CyclicBarrier start = new CyclicBarrier(readers);
      Callable<ErrorCode> reader =
          () -> {
            start.await();
            try {
              Users.ada(hub).get(WORDS);
              return ErrorCode.NOT_FOUND;
            } catch (RegistryException e) {
              return e.code();
            }
          };
      List<Future<ErrorCode>> answers = new ArrayList<>();
      for (int i = 0; i < readers; i++) {
        answers.add(threads.submit(reader));
      }
      for (Future<ErrorCode> answer : answers) {
        assertThat(answer.get()).isEqualTo(ErrorCode.MUTATED);
      }
      assertThat(told).containsExactly(label);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_listener_that_fails_spoils_nothing() {
    Fingerprints failing =
        Fingerprints.oneReadIn(1)
            .telling(
                label -> {
                  throw new IllegalStateException("out of order");
                });
    try (Hub hub = Hub.builder().fingerprints(failing).open()) {
      force(hub);
      words.add("three");

      assertThatThrownBy(() -> Users.ada(hub).get(WORDS))
          .isInstanceOf(MutatedException.class)
          .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }
  }

  @Test
  void a_listener_may_use_the_registry() {
    Hub[] own = new Hub[1];
    Fingerprints publishing =
        Fingerprints.oneReadIn(1)
            .telling(
                label ->
                    Users.ada(own[0])
                        .publish(Key.of("ada/report", String.class), label.id().toString()));
    try (Hub hub = Hub.builder().fingerprints(publishing).open()) {
      own[0] = hub;
      force(hub);
      words.add("three");

      assertThatThrownBy(() -> Users.ada(hub).get(WORDS)).isInstanceOf(MutatedException.class);
      assertThat(Users.ada(hub).get(Key.of("ada/report", String.class))).isEqualTo("ada/words:v1");
    }
  }

  @Test
  void a_closed_hub_says_that_it_is_closed() {
    Hub hub = hub(Fingerprints.oneReadIn(1));
    force(hub);
    words.add("three");
    hub.close();

    assertThatThrownBy(() -> Users.ada(hub).get(WORDS)).isInstanceOf(ClosedException.class);
    assertThat(told).isEmpty();
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
