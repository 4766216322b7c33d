package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.drystone.registry.spi.Journal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HubTest {

  private static final Key<String> KEY = Key.of("ada/x", String.class);

  @Test
  void acts_for_the_user_of_the_operating_system_unless_told_otherwise() {
    try (Hub hub = Hub.create()) {
      assertThat(hub.registry().caller().user().name()).isEqualTo(System.getProperty("user.name"));
    }
    try (Hub hub = Hub.builder().host(Users.ADA).open()) {
      assertThat(hub.registry().caller().user()).isEqualTo(Users.ADA);
    }
  }

  @Test
  void two_hubs_share_nothing() {
    try (Hub one = Hub.create();
        Hub other = Hub.create()) {
      Users.ada(one).publish(KEY, "x");

      assertThat(Users.ada(other).find(KEY)).isEmpty();
      assertThat(one.id()).isNotEqualTo(other.id());
    }
  }

  @Test
  void a_trusted_class_can_be_published_and_its_labels_say_so() {
    Key<List<Date>> key = Key.of("ada/days", new TypeRef<>() {});
    try (Hub hub = Hub.builder().host(Users.ADA).trust(Date.class, "nobody sets them").open()) {
      Label label = hub.registry().publish(key, List.of(new Date(0)));

      assertThat(label.guarantee()).isEqualTo(Guarantee.IMMUTABLE);
      assertThat(label.evidence()).startsWith("OVERRIDE: ").contains("Date", "nobody sets them");
    }
  }

  @Test
  void a_class_without_objects_cannot_be_trusted() {
    assertThatThrownBy(() -> Hub.builder().trust(List.class, "no list of ours changes"))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("no object is of exactly this class");
  }

  static List<Consumer<Registry>> verbs() {
    return List.of(
        r -> r.publish(KEY, "y"),
        r -> r.get(KEY),
        r -> r.find(KEY),
        r -> r.read(KEY),
        r -> r.hold(KEY),
        r -> r.describe(KEY),
        r -> r.versions(KEY.name()),
        r -> r.list(Query.all()),
        r -> r.underway(),
        r -> r.getOrCompute(KEY, () -> "z"),
        r -> r.claims().claim(KEY),
        r -> r.claims().breakClaim(KEY.name()),
        r -> r.export(KEY),
        r -> r.position(),
        r -> r.changes().fromNow(),
        r -> r.changes().after(new Position("any", 0)),
        r -> r.access().grant(KEY.name(), Users.GRACE, Right.READ),
        r -> r.access().mine(KEY.name()),
        r -> r.access().grants(KEY.name()));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void every_verb_of_a_closed_hub_says_so(Consumer<Registry> verb) {
    Hub hub = Hub.create();
    Registry ada = Users.ada(hub);
    ada.publish(KEY, "x");

    hub.close();
    hub.close();

    assertThatThrownBy(() -> verb.accept(ada)).isInstanceOf(ClosedException.class);
  }

  @Test
  void commits_are_in_the_journal_before_anybody_sees_them() {
    List<Commit> journal = new ArrayList<>();
    Registry[] ada = new Registry[1];
    Journal checking =
        commit -> {
          assertThat(ada[0].position().revision()).isEqualTo(commit.position().revision() - 1);
          journal.add(commit);
        };
    try (Hub hub = Hub.builder().journal(checking).open()) {
      ada[0] = Users.ada(hub);
      Label label = ada[0].publish(KEY, "x");
      ada[0].access().grant(KEY.name(), Users.GRACE, Right.READ);

      assertThat(journal).hasSize(2);
      assertThat(journal.get(0).changes()).containsExactly(new Change.Published(label));
    }
  }

  @Test
  void a_failed_journal_says_that_the_outcome_is_unknown_and_stops_writing() {
    BoxAdapter boxes = new BoxAdapter();
    Journal broken =
        commit -> {
          throw new IOException("disk full");
        };
    Key<Box> key = Key.of("ada/box", Box.class);
    try (Hub hub = Hub.builder().journal(broken).adapter(boxes).open()) {
      Registry ada = Users.ada(hub);

      assertThatThrownBy(() -> ada.publish(key, new Box("tea")))
          .isInstanceOf(OutcomeUnknownException.class)
          .hasMessageContaining("disk full");
      assertThatThrownBy(() -> ada.publish(key, new Box("coffee")))
          .isInstanceOf(UnavailableException.class)
          .hasMessageContaining("takes no more changes");
      assertThat(ada.find(key)).isEmpty();
      assertThat(boxes.released).as("the journal may have the first").containsExactly("coffee");
    }
  }

  @Test
  void a_journal_that_ends_in_any_other_way_stops_writing_too() {
    Journal broken =
        commit -> {
          throw new StackOverflowError();
        };
    try (Hub hub = Hub.builder().journal(broken).open()) {
      Registry ada = Users.ada(hub);

      assertThatThrownBy(() -> ada.publish(KEY, "x")).isInstanceOf(StackOverflowError.class);
      assertThatThrownBy(() -> ada.publish(KEY, "y")).isInstanceOf(UnavailableException.class);
    }
  }

  @Test
  void its_threads_end_with_it() throws Exception {
    Set<Thread> others = ownThreads();
    Hub hub = Hub.create();
    Registry ada = Users.ada(hub);
    ada.publish(KEY, "x");
    ada.unpublish(KEY.name());
    Set<Thread> threads = ownThreads();
    threads.removeAll(others);
    assertThat(threads).as("one counts time, one waits to empty the trash").hasSize(2);

    hub.close();

    for (Thread thread : threads) {
      thread.join(Duration.ofMinutes(1).toMillis());
      assertThat(thread.isAlive()).isFalse();
    }
  }

  private static Set<Thread> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("drystone-"))
        .collect(Collectors.toSet());
  }

  @Test
  void keeps_at_least_one_commit_and_acts_for_a_user() {
    assertThatThrownBy(() -> Hub.builder().commitsKept(0))
        .isInstanceOf(InvalidArgumentException.class);
    try (Hub hub = Hub.builder().commitsKept(1).open()) {
      assertThat(Users.ada(hub).publish(KEY, "x").version()).isEqualTo(1);
    }
    assertThatThrownBy(() -> Hub.builder().host(Principal.everyone()))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
