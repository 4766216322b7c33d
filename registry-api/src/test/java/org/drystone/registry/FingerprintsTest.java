package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.drystone.registry.spi.RegistryListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found of versions that are changed by whoever still holds them. */
class FingerprintsTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Key<List<String>> WORDS =
      Key.of("ada/words", new TypeRef<List<String>>() {});

  private final List<String> words = new ArrayList<>(List.of("one", "two"));
  private final List<Label> told = new CopyOnWriteArrayList<>();

  private Hub hub(Fingerprints fingerprints) {
    return Hub.builder()
        .clock(Clock.fixed(NOON, ZoneOffset.UTC))
        .fingerprints(fingerprints)
        .listener(hearing(told::add))
        .open();
  }

  private static RegistryListener hearing(Consumer<Label> mutated) {
    return new RegistryListener() {
      @Override
      public void mutated(Caller reader, Label version) {
        assertThat(reader.user()).isEqualTo(Users.ADA);
        mutated.accept(version);
      }
    };
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

  @Test
  void what_has_grown_beyond_all_measure_has_changed() {
    try (Hub hub = hub(Fingerprints.oneReadIn(1).upTo(100))) {
      force(hub);
      words.addAll(Collections.nCopies(100, "three"));

      assertThatThrownBy(() -> Users.ada(hub).get(WORDS)).isInstanceOf(MutatedException.class);
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
    RegistryListener failing =
        hearing(
            label -> {
              throw new IllegalStateException("out of order");
            });
    try (Hub hub = Hub.builder().fingerprints(Fingerprints.oneReadIn(1)).listener(failing).open()) {
      force(hub);
      words.add("three");

      assertThatThrownBy(() -> Users.ada(hub).get(WORDS)).isInstanceOf(MutatedException.class);
    }
  }

  @Test
  void a_listener_may_use_the_registry() {
    Hub[] own = new Hub[1];
    RegistryListener publishing =
        hearing(
            label ->
                Users.ada(own[0])
                    .publish(Key.of("ada/report", String.class), label.id().toString()));
    try (Hub hub =
        Hub.builder().fingerprints(Fingerprints.oneReadIn(1)).listener(publishing).open()) {
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
}
