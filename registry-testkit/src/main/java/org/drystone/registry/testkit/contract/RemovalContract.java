package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.drystone.registry.Alias;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Query;
import org.drystone.registry.Ref;
import org.drystone.registry.Removal;
import org.drystone.registry.Right;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.Test;

/**
 * What is left of what was removed: nothing, but for its numbers and the word of who removed it.
 */
abstract class RemovalContract extends Facet {

  private static final Key<String> KEY = Key.of("ada/x", String.class);

  RemovalContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void a_removed_name_is_found_by_no_verb() {
    Label label = ada.publish(KEY, "one");

    ada.unpublish(KEY.name());

    assertThat(ada.find(KEY)).isEmpty();
    assertThat(ada.find(label.id().ref())).isEmpty();
    assertThat(ada.list(Query.all()).labels()).isEmpty();
    assertNotFound(() -> ada.get(KEY));
    assertNotFound(() -> ada.describe(KEY));
    assertNotFound(() -> ada.versions(KEY.name()));
    assertNotFound(() -> ada.hold(KEY).close());
    assertNotFound(() -> ada.unpublish(KEY.name()));
    assertNotFound(() -> ada.access().grants(KEY.name()));
  }

  @Test
  void the_latest_is_the_highest_surviving_version() {
    ada.publish(KEY, "one");
    Label second = ada.publish(KEY, "two");
    Label third = ada.publish(KEY, "three");

    ada.unpublish(second.id());
    assertThat(ada.get(KEY)).isEqualTo("three");
    Position removed = ada.unpublish(third.id());

    assertThat(removed).isEqualTo(ada.position());
    assertThat(ada.get(KEY)).isEqualTo("one");
    assertThat(ada.versions(KEY.name())).extracting(Label::version).containsExactly(1L);
  }

  @Test
  void the_last_version_takes_the_name_with_it() {
    Label only = ada.publish(KEY, "one");

    ada.unpublish(only.id());

    assertThat(ada.find(KEY)).isEmpty();
    assertThat(ada.list(Query.all()).labels()).isEmpty();
  }

  @Test
  void numbers_go_on_after_removal() {
    ada.publish(KEY, "one");
    Label second = ada.publish(KEY, "two");
    ada.unpublish(second.id());
    Label third = ada.publish(KEY, "three");
    ada.unpublish(KEY.name());
    Label fourth = ada.publish(KEY, "four");

    assertThat(third.version()).isEqualTo(3);
    assertThat(third.previous()).hasValue(1);
    assertThat(fourth.version()).isEqualTo(4);
    assertThat(fourth.previous()).isEmpty();
    assertThat(ada.versions(KEY.name())).containsExactly(fourth);
  }

  @Test
  void whoever_could_read_it_is_told_who_removed_it_and_why() {
    ada.publish(KEY, "one");
    ada.access().grant(KEY.name(), GRACE, Right.READ);

    Position removed = ada.unpublish(KEY.name(), how -> how.because("counted twice"));

    assertThatThrownBy(() -> grace.get(KEY))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("it was removed by ada at ")
        .hasMessageContaining("(revision " + removed.revision() + "): counted twice");
  }

  @Test
  void whoever_could_not_read_it_is_told_nothing() {
    Label label = ada.publish(KEY, "one");
    ada.unpublish(KEY.name());

    for (Ref<?> ref : List.of(KEY, label.id().ref())) {
      assertThatThrownBy(() -> grace.get(ref))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("nothing of that name was published");
    }
  }

  @Test
  void a_reader_of_the_new_life_learns_nothing_of_the_old_one() {
    Label old = ada.publish(KEY, "secret");
    ada.unpublish(KEY.name(), how -> how.because("a secret"));
    ada.publish(KEY, "public");
    ada.access().grant(KEY.name(), GRACE, Right.READ);

    assertThatThrownBy(() -> grace.get(old.id().ref()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageNotContaining("removed");
    assertThatThrownBy(() -> ada.get(old.id().ref())).hasMessageContaining("a secret");
  }

  @Test
  void only_an_owner_removes() {
    Label label = ada.publish(KEY, "one");
    assertNotFound(() -> grace.unpublish(KEY.name()));

    ada.access().grant(KEY.name(), GRACE, Right.WRITE);

    assertThatThrownBy(() -> grace.unpublish(KEY.name())).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> grace.unpublish(label.id())).isInstanceOf(NotPermittedException.class);
    assertThat(ada.get(KEY)).isEqualTo("one");
  }

  @Test
  void grants_on_the_name_go_with_it() {
    ada.publish(KEY, "one");
    ada.access().grant(KEY.name(), GRACE, Right.OWN);
    ada.unpublish(KEY.name());
    ada.publish(KEY, "two");

    assertNotFound(() -> grace.get(KEY));
    assertThat(ada.access().grants(KEY.name())).containsOnlyKeys(ADA);
  }

  @Test
  void a_removal_is_a_change_that_those_who_could_read_it_see() throws InterruptedException {
    ada.publish(KEY, "one");
    ada.access().grant(KEY.name(), GRACE, Right.READ);
    try (Watch watch = grace.changes().fromNow()) {
      Position removed = ada.unpublish(KEY.name(), Removal::now);
      ada.publish(KEY, "a secret of the next life");

      Commit commit = watch.next(Duration.ZERO).orElseThrow();
      assertThat(commit.position()).isEqualTo(removed);
      assertThat(commit.author()).isEqualTo(ADA);
      assertThat(commit.changes())
          .contains(
              new Change.Removed(
                  KEY.name(),
                  List.of(1L),
                  OptionalLong.empty(),
                  Optional.empty(),
                  Optional.empty()))
          .doesNotHaveAnyElementsOfTypes(Change.Hidden.class);
      assertThat(watch.next(Duration.ZERO)).isEmpty();
    }
  }

  @Test
  void a_watcher_that_lost_sight_before_sees_no_removal() throws InterruptedException {
    ada.publish(KEY, "one");
    ada.access().grant(KEY.name(), GRACE, Right.READ);
    ada.access().revoke(KEY.name(), GRACE);
    try (Watch watch = grace.changes().fromNow()) {
      ada.unpublish(KEY.name());

      assertThat(watch.next(Duration.ZERO)).isEmpty();
    }
  }

  @Test
  void the_aliases_and_grants_that_go_with_a_name_are_changes_too() throws InterruptedException {
    ada.publish(KEY, "one", with -> with.alias("prod"));
    ada.access().grant(KEY.name(), GRACE, Right.READ);
    try (Watch watch = ada.changes().fromNow()) {
      Position removed = ada.unpublish(KEY.name());

      Commit commit = watch.next(Duration.ZERO).orElseThrow();
      assertThat(commit.position()).isEqualTo(removed).isEqualTo(ada.position());
      assertThat(commit.changes())
          .hasSize(4)
          .contains(
              new Change.AliasMoved(
                  KEY.name(), Alias.of("prod"), OptionalLong.of(1), OptionalLong.empty()),
              taken(ADA, Right.OWN),
              taken(GRACE, Right.READ));
    }
  }

  private static Change taken(Principal from, Right right) {
    return new Change.RightChanged(KEY.name(), from, Optional.of(right), Optional.empty());
  }

  private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
    assertThatThrownBy(verb).isInstanceOf(NotFoundException.class);
  }
}
