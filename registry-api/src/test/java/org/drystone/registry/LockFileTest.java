package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockFileTest {

  private static final Key<Integer> KEY = Key.of("ada/my # flights", Integer.class);
  private static final Key<Integer> OTHER = Key.of("ada/other", Integer.class);

  private final Hub hub = Hub.create();
  private final Registry ada = Users.ada(hub);
  private final Recording recording = Recording.of(ada);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void notes_which_version_each_reference_led_to_however_it_was_read() {
    ada.publish(KEY, 1);
    ada.publish(KEY, 2, with -> with.alias("prod"));
    ada.publish(OTHER, 5);

    assertThat(recording.get(KEY.version(1))).isEqualTo(1);
    assertThat(recording.find(KEY)).hasValue(2);
    assertThat(recording.read(KEY.alias("prod")).value()).isEqualTo(2);
    recording.hold(OTHER).close();
    assertThat(recording.find(Key.of("ada/none", Integer.class))).isEmpty();

    assertThat(recording.lockFile())
        .hasToString(
            "drystone lock 1 "
                + hub.id()
                + "\nada/my # flights\tv2"
                + "\nada/my # flights:v1\tv1"
                + "\nada/my # flights@prod\tv2"
                + "\nada/other\tv1\n");
  }

  @Test
  void the_last_time_counts() {
    ada.publish(KEY, 1);
    recording.get(KEY);
    Label second = ada.publish(KEY, 2);
    recording.get(KEY);

    assertThat(recording.lockFile().versions()).hasSize(1).containsValue(second.id());
  }

  @Test
  void its_text_is_read_back_as_an_equal_file() {
    ada.publish(KEY, 1);
    recording.get(KEY);
    LockFile file = recording.lockFile();

    assertThat(LockFile.parse(file.toString())).isEqualTo(file).hasSameHashCodeAs(file);
    assertThat(LockFile.parse(Recording.of(ada).lockFile().toString()).versions()).isEmpty();
  }

  @Test
  void a_replay_reads_the_same_versions_whatever_was_published_since() {
    ada.publish(KEY, 1);
    recording.get(KEY);
    Replay replay = Replay.of(ada, LockFile.parse(recording.lockFile().toString()));
    Label second = ada.publish(KEY, 2);

    assertThat(replay.get(KEY)).isEqualTo(1);
    assertThat(replay.find(KEY)).hasValue(1);
    assertThat(replay.read(KEY).label().version()).isEqualTo(1);
    try (Hold<Integer> hold = replay.hold(KEY)) {
      assertThat(hold.value()).isEqualTo(1);
    }
    assertThat(replay.get(KEY.version(second.version()))).isEqualTo(2);
  }

  @Test
  void what_is_not_in_the_file_leads_to_nothing() {
    ada.publish(OTHER, 5);
    Replay replay = Replay.of(ada, recording.lockFile());

    assertThat(replay.find(OTHER)).isEmpty();
    assertThatThrownBy(() -> replay.get(OTHER))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("not in the lock file");
  }

  @Test
  void what_is_missing_is_listed_as_a_whole_before_anything_is_read() {
    ada.publish(KEY, 1);
    ada.publish(OTHER, 5);
    Label kept = ada.publish(Key.of("ada/kept", Integer.class), 7);
    recording.get(KEY);
    recording.get(OTHER);
    recording.get(kept.id().ref());
    LockFile file = recording.lockFile();
    ada.unpublish(KEY.name());
    ada.unpublish(OTHER.name());

    assertThatThrownBy(() -> Replay.of(ada, file))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContainingAll(KEY + ":v1", OTHER + ":v1")
        .hasMessageNotContaining("kept");
    assertThatThrownBy(() -> Replay.of(Users.grace(hub), file))
        .as("what one may not see is missing too")
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("ada/kept:v1");
  }

  @Test
  void a_file_of_another_registry_is_refused() {
    try (Hub elsewhere = Hub.create()) {
      LockFile foreign = Recording.of(Users.ada(elsewhere)).lockFile();

      assertThatThrownBy(() -> Replay.of(ada, foreign))
          .isInstanceOf(InvalidArgumentException.class)
          .hasMessageContaining(elsewhere.id());
    }
  }

  @Test
  void the_content_that_an_engine_tells_is_noted_and_known_again() {
    BoxAdapter boxes = new BoxAdapter();
    boxes.contentIds = true;
    Key<Box> box = Key.of("ada/box", Box.class);
    try (Hub engine = Hub.builder().adapter(boxes).open()) {
      Registry registry = Users.ada(engine);
      Recording boxed = Recording.of(registry);
      registry.publish(box, new Box("tea"));
      boxed.get(box);
      LockFile file = boxed.lockFile();

      assertThat(file.toString()).endsWith("\nada/box\tv1\ttea\n");
      assertThat(file.contentIds()).containsExactly(Map.entry(LockFile.untyped(box), "tea"));
      assertThat(LockFile.parse(file.toString())).isEqualTo(file);
      assertThat(Replay.of(registry, file).get(box)).isEqualTo(registry.get(box));
    }
  }

  @Test
  void another_content_under_the_same_number_is_a_conflict() {
    ada.publish(KEY, 1);
    recording.get(KEY);
    LockFile file =
        LockFile.parse(recording.lockFile().toString().replace("\tv1", "\tv1\tthat of old"));

    assertThatThrownBy(() -> Replay.of(ada, file))
        .isInstanceOf(ConflictException.class)
        .hasMessageContainingAll(KEY + ":v1 was that of old and is not told, by ada since");
  }

  @Test
  void the_fingerprint_of_a_plain_object_is_its_content_if_it_is_taken() {
    Hub.Builder watching =
        Hub.builder().fingerprints(Fingerprints.oneReadIn(1).covering(Fingerprints.Coverage.ALL));
    try (Hub watched = watching.open()) {
      Recording watchful = Recording.of(Users.ada(watched));
      Label label = Users.ada(watched).publish(KEY, 1);
      watchful.get(KEY);

      assertThat(label.contentId().orElseThrow()).startsWith("fingerprint:");
      assertThat(watchful.lockFile().contentIds())
          .containsExactly(Map.entry(LockFile.untyped(KEY), label.contentId().orElseThrow()));
    }
    assertThat(ada.publish(KEY, 1).contentId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "something else",
        "drystone lock 1 id\nada/x",
        "drystone lock 1 id\nada/x\tv0",
        "drystone lock 1 id\nada/x\tv1\t ",
        "drystone lock 1 id\nada/x\tv1\ta\tb",
        "drystone lock 1 id\nada/x\tv1\t\tb",
        "drystone lock 1 id\nada/x:v1\tv2",
        "drystone lock 1 id\nada//x\tv1",
        "drystone lock 1 id\nada/x\tv1\nada/x\tv2",
      })
  void any_other_text_is_refused_with_its_line(String text) {
    assertThatThrownBy(() -> LockFile.parse(text))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("Line ");
  }

  @Test
  void the_line_is_counted_from_one() {
    assertThatThrownBy(() -> LockFile.parse("drystone lock 1 id\nada/x\tv1\nada/y\tlatest"))
        .hasMessageContaining("Line 3 makes");
  }

  @Test
  void files_of_other_registries_or_versions_are_others() {
    LockFile file = LockFile.parse("drystone lock 1 id\nada/x\tv1");
    LockFile elsewhere = LockFile.parse("drystone lock 1 di\nada/x\tv1");
    LockFile later = LockFile.parse("drystone lock 1 id\nada/x\tv2");

    assertThat(file).isNotEqualTo(elsewhere).isNotEqualTo(later);
    assertThat(Set.of(file.hashCode(), elsewhere.hashCode(), later.hashCode())).hasSize(3);
  }
}
