package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "something else",
        "drystone lock 1 id\nada/x",
        "drystone lock 1 id\nada/x\tv0",
        "drystone lock 1 id\nada/x\tv1\tv2",
        "drystone lock 1 id\nada/x:v1\tv2",
        "drystone lock 1 id\nada//x\tv1",
        "drystone lock 1 id\nada/x\tv1\nada/x\tv2",
      })
  void any_other_text_is_refused_with_its_line(String text) {
    assertThatThrownBy(() -> LockFile.parse(text))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("Line ");
  }
}
