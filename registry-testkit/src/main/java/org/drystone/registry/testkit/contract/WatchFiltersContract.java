package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.drystone.registry.Caller;
import org.drystone.registry.Change;
import org.drystone.registry.Changes;
import org.drystone.registry.CompactedException;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Namespace;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.Retention;
import org.drystone.registry.Right;
import org.drystone.registry.Subscription;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.Test;

/** What a filter lets pass, and what it hides without making a watch fall behind. */
abstract class WatchFiltersContract extends Facet {

  private static final int KEPT = 10;
  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);
  private static final Key<Integer> OTHER = Key.of("ada/y", Integer.class);
  private static final Set<Class<? extends Change>> PUBLISHED = Set.of(Change.Published.class);
  private static final Set<Class<? extends Change>> RIGHTS = Set.of(Change.RightChanged.class);
  private static final Set<Class<? extends Change>> SIGHT =
      Set.of(Change.Revealed.class, Change.Hidden.class);

  WatchFiltersContract(Supplier<Hub.Builder> hubs) {
    super(hubs, with -> with.commitsKept(KEPT));
  }

  @Test
  void kinds_of_change_can_be_chosen_also_together_with_a_scope() throws Exception {
    try (Watch rights = ada.changes().only(RIGHTS).fromNow();
        Watch published = ada.changes().of(KEY.name()).only(PUBLISHED).fromNow()) {
      Label label = ada.publish(KEY, 1);
      ada.publish(OTHER, 1);
      ada.access().grant(KEY.name(), GRACE, Right.READ);

      assertThat(changes(rights)).hasOnlyElementsOfType(Change.RightChanged.class).hasSize(1);
      assertThat(changes(published)).containsExactly(new Change.Published(label));
      assertThat(published.next(Duration.ZERO)).isEmpty();
      assertThat(published.position()).isEqualTo(ada.position());
    }
  }

  @Test
  void a_later_filter_replaces_an_earlier_one() throws Exception {
    Changes all = ada.changes().only(RIGHTS).only(Set.of()).of(OTHER.name()).of(KEY.name());
    try (Watch watch = all.fromNow()) {
      Label label = ada.publish(KEY, 1);

      assertThat(changes(watch)).containsExactly(new Change.Published(label));
    }
  }

  @Test
  void gaining_and_losing_sight_of_a_name_can_be_chosen() throws Exception {
    ada.publish(KEY, 1);
    try (Watch sight = grace.changes().of(KEY.name()).only(SIGHT).fromNow()) {
      ada.access().grant(KEY.name().namespace(), GRACE, Right.READ);
      assertThat(changes(sight)).containsExactly(new Change.Revealed(KEY.name()));

      ada.access().revoke(KEY.name().namespace(), GRACE);
      assertThat(changes(sight)).containsExactly(new Change.Hidden(KEY.name()));
    }
  }

  @Test
  void what_a_filter_hid_never_makes_a_watch_fall_behind() throws Exception {
    Position start = ada.position();
    try (Watch name = ada.changes().of(KEY.name()).fromNow();
        Watch kind = ada.changes().only(RIGHTS).fromNow();
        Watch namespace = ada.changes().of(Namespace.of("lab")).fromNow()) {
      publishOthers(5 * KEPT);
      Label label = ada.publish(KEY, 1);
      ada.access().grant(KEY.name(), GRACE, Right.READ);

      assertThat(changes(name)).containsExactly(new Change.Published(label));
      assertThat(changes(kind)).hasOnlyElementsOfType(Change.RightChanged.class);
      assertThat(namespace.next(Duration.ZERO)).isEmpty();
      assertThat(namespace.position()).isEqualTo(ada.position());
      try (Watch late = ada.changes().of(KEY.name()).after(start)) {
        assertThat(changes(late)).containsExactly(new Change.Published(label));
      }
    }
  }

  @Test
  void nor_does_what_the_watcher_may_not_see() throws Exception {
    try (Watch all = grace.changes().fromNow()) {
      publishOthers(5 * KEPT);
      ada.access().grant(OTHER.name(), Principal.user("alan"), Right.READ);
      publishOthers(5 * KEPT);
      Label label = grace.publish(Key.of("grace/z", Integer.class), 1);

      assertThat(changes(all)).containsExactly(new Change.Published(label));
    }
  }

  @Test
  void nor_do_rights_on_namespaces_that_it_does_not_watch() throws Exception {
    Registry host = hub.registry();
    try (Watch name = host.changes().of(KEY.name()).fromNow()) {
      host.access().grant(Namespace.SHARED, GRACE, Right.OWN);
      publishOthers(5 * KEPT);

      assertThat(name.next(Duration.ZERO)).isEmpty();
      assertThat(name.position()).isEqualTo(ada.position());
    }
  }

  @Test
  void an_executor_is_not_bothered_with_what_the_filter_hides() {
    List<Runnable> tasks = new ArrayList<>();
    try (Subscription name = ada.changes().of(KEY.name()).to(tasks::add, commit -> {})) {
      tasks.remove(0).run();
      ada.publish(OTHER, 1);
      assertThat(tasks).isEmpty();

      ada.publish(KEY, 1);
      assertThat(tasks).hasSize(1);
      assertThat(name.isOpen()).isTrue();
    }
  }

  @Test
  void nor_does_what_it_has_told_before() throws Exception {
    ada.publish(KEY, 1);
    try (Watch rights = ada.changes().only(RIGHTS).fromNow()) {
      ada.access().grant(KEY.name(), GRACE, Right.READ);
      assertThat(changes(rights)).hasOnlyElementsOfType(Change.RightChanged.class);

      publishOthers(5 * KEPT);

      assertThat(rights.next(Duration.ZERO)).isEmpty();
      assertThat(rights.position()).isEqualTo(ada.position());
    }
  }

  @Test
  void what_it_would_have_told_and_can_no_longer_tell_is_an_error() {
    Position start = ada.position();
    try (Watch watch = ada.changes().of(KEY.name()).only(PUBLISHED).fromNow()) {
      ada.publish(KEY, 1);
      publishOthers(5 * KEPT);
      ada.publish(KEY, 2);

      String oldest = new Position(hub.id(), ada.position().revision() - KEPT).toString();
      assertThatThrownBy(() -> watch.next(LONG))
          .isInstanceOf(CompactedException.class)
          .hasMessageContaining(oldest);
      assertThatThrownBy(() -> ada.changes().of(KEY.name()).after(start))
          .isInstanceOf(CompactedException.class);
    }
  }

  @Test
  void so_is_a_change_of_rights_to_whom_it_concerns_and_to_owners() {
    ada.publish(KEY, 1);
    try (Watch sight = grace.changes().of(KEY.name()).only(SIGHT).fromNow();
        Watch owner = ada.changes().only(RIGHTS).fromNow()) {
      ada.access().grant(KEY.name().namespace(), GRACE, Right.READ);
      ada.access().revoke(KEY.name().namespace(), GRACE);
      publishOthers(5 * KEPT);

      assertThatThrownBy(() -> sight.next(LONG)).isInstanceOf(CompactedException.class);
      assertThatThrownBy(() -> owner.next(LONG)).isInstanceOf(CompactedException.class);
    }
  }

  @Test
  void so_are_a_request_and_its_answer_but_not_to_who_only_reads() throws Exception {
    Registry mary = hub.as(Caller.of(Principal.user("mary")));
    ada.publish(KEY, 1);
    ada.access().grant(KEY.name(), mary.caller().user(), Right.READ);
    Position start = ada.position();

    grace.access().ask(KEY.name(), Right.READ, "for the report");
    publishOthers(5 * KEPT);
    assertMissed(ada, start);
    assertMissed(grace, start);
    Position asked = ada.position();
    ada.access().decline(KEY.name(), GRACE);
    publishOthers(5 * KEPT);
    assertMissed(grace, asked);

    try (Watch reader = mary.changes().after(start)) {
      assertThat(reader.next(Duration.ZERO)).isEmpty();
    }
  }

  @Test
  void so_is_a_rule_to_owners_but_not_to_who_only_reads() throws Exception {
    ada.publish(KEY, 1);
    ada.access().grant(KEY.name(), GRACE, Right.READ);
    try (Watch owner = ada.changes().of(KEY.name()).fromNow();
        Watch reader = grace.changes().fromNow()) {
      ada.removals().retain(KEY.name(), Retention.keepingLast(7));
      publishOthers(5 * KEPT);

      assertThatThrownBy(() -> owner.next(LONG)).isInstanceOf(CompactedException.class);
      assertThat(reader.next(Duration.ZERO)).isEmpty();
    }
  }

  private void publishOthers(int times) {
    for (int i = 0; i < times; i++) {
      ada.publish(OTHER, i);
    }
  }

  private static void assertMissed(Registry reader, Position after) {
    assertThatThrownBy(() -> reader.changes().of(KEY.name()).after(after))
        .isInstanceOf(CompactedException.class);
  }

  private static List<Change> changes(Watch watch) throws InterruptedException {
    return watch.next(LONG).orElseThrow().changes();
  }
}
