package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.drystone.registry.Alias;
import org.drystone.registry.Change;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Removal;
import org.drystone.registry.Right;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.Test;

/** What comes back of what was removed, and for whom. */
abstract class RestorationContract extends Facet {

  private static final Key<String> KEY = Key.of("shared/x", String.class);

  RestorationContract(Supplier<Hub.Builder> hubs) {
    super(hubs, with -> with.trashTime(Duration.ofHours(1)));
  }

  @Test
  void a_name_comes_back_with_its_versions_and_grants() {
    Label first = ada.publish(KEY, "one");
    Label second = ada.publish(KEY, "two");
    ada.access().grant(KEY.name(), GRACE, Right.WRITE);
    ada.unpublish(KEY.name());

    assertThat(ada.restore(KEY.name())).containsExactly(first, second);

    assertThat(ada.get(KEY)).isEqualTo("two");
    assertThat(ada.versions(KEY.name())).containsExactly(first, second);
    assertThat(ada.access().grants(KEY.name()))
        .containsEntry(ADA, Right.OWN)
        .containsEntry(GRACE, Right.WRITE);
  }

  @Test
  void only_what_the_removal_of_the_name_took_comes_back_with_it() {
    Label first = ada.publish(KEY, "one");
    Label second = ada.publish(KEY, "two");
    ada.unpublish(first.id());
    ada.unpublish(KEY.name());

    assertThat(ada.restore(KEY.name())).containsExactly(second);
    assertThat(ada.restore(first.id())).isEqualTo(first);
    assertThat(ada.get(KEY)).isEqualTo("two");
  }

  @Test
  void a_restored_version_is_the_latest_if_it_has_the_highest_number() {
    ada.publish(KEY, "one");
    Label second = ada.publish(KEY, "two");
    ada.unpublish(second.id());

    ada.restore(second.id());

    assertThat(ada.get(KEY)).isEqualTo("two");
    assertThat(ada.publish(KEY, "three").version()).isEqualTo(3);
  }

  @Test
  void a_version_of_the_life_before_joins_the_present_one() {
    Label first = ada.publish(KEY, "one");
    ada.unpublish(KEY.name());
    ada.publish(KEY, "two");

    assertThatThrownBy(() -> ada.restore(KEY.name()))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("shared/x:v2 is there now, by ada");
    ada.restore(first.id());

    assertThat(ada.get(KEY)).isEqualTo("two");
    assertThat(ada.get(first.id().ref())).isEqualTo("one");
  }

  @Test
  void nothing_comes_back_after_the_trash_time() {
    Label label = ada.publish(KEY, "one");
    ada.unpublish(KEY.name());
    clock.step(Duration.ofHours(1));

    assertThatThrownBy(() -> ada.restore(KEY.name())).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> ada.restore(label.id())).isInstanceOf(NotFoundException.class);
    assertThat(ada.removals().restorable()).isEmpty();
  }

  @Test
  void what_was_freed_at_once_does_not_come_back() {
    Label label = ada.publish(KEY, "one");
    ada.unpublish(KEY.name(), Removal::now);

    assertThatThrownBy(() -> ada.restore(label.id()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("removed by ada");
  }

  @Test
  void what_can_be_restored_is_listed_for_its_owners_only() {
    Label label = ada.publish(KEY, "one");
    ada.unpublish(KEY.name(), how -> how.because("by mistake"));

    assertThat(ada.removals().restorable())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.label()).isEqualTo(label);
              assertThat(item.removedBy()).isEqualTo(ADA);
              assertThat(item.reason()).hasValue("by mistake");
              assertThat(item.until()).isEqualTo(item.removedAt().plus(Duration.ofHours(1)));
            });
    assertThat(grace.removals().restorable()).isEmpty();
  }

  @Test
  void who_did_not_own_it_restores_nothing() {
    Label label = ada.publish(KEY, "one");
    ada.unpublish(KEY.name());

    assertThatThrownBy(() -> grace.restore(label.id())).isInstanceOf(NotPermittedException.class);
  }

  @Test
  void a_new_owner_of_the_name_does_not_get_the_versions_of_the_one_before() {
    Key<String> mine = Key.of("shared/private", String.class);
    Label secret = ada.publish(mine, "secret");
    ada.unpublish(mine.name());
    grace.publish(mine, "grace's own");

    assertThatThrownBy(() -> grace.restore(secret.id())).isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> ada.restore(secret.id())).isInstanceOf(NotPermittedException.class);
  }

  @Test
  void a_restoration_is_a_change() throws InterruptedException {
    Label label = ada.publish(KEY, "one");
    ada.unpublish(KEY.name());
    try (Watch watch = grace.changes().fromNow()) {
      ada.restore(label.id());

      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactly(new Change.Restored(KEY.name(), List.of(1L), 1));
    }
  }

  @Test
  void the_aliases_and_grants_that_come_back_are_changes_too() throws InterruptedException {
    ada.publish(KEY, "one", with -> with.alias("old"));
    ada.publish(KEY, "two", with -> with.alias("prod"));
    ada.unpublish(KEY.name());
    try (Watch watch = ada.changes().fromNow()) {
      ada.restore(KEY.name());

      assertThat(ada.get(KEY.alias("old"))).isEqualTo("one");
      assertThat(ada.get(KEY.alias("prod"))).isEqualTo("two");
      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactlyInAnyOrder(
              new Change.Restored(KEY.name(), List.of(1L, 2L), 2),
              set("old", 1),
              set("prod", 2),
              new Change.RightChanged(KEY.name(), ADA, Optional.empty(), Optional.of(Right.OWN)));
    }
  }

  @Test
  void an_alias_comes_back_with_its_version_only() {
    ada.publish(KEY, "one", with -> with.alias("old"));
    Label second = ada.publish(KEY, "two", with -> with.alias("prod"));
    ada.unpublish(KEY.name());

    ada.restore(second.id());

    assertThat(ada.get(KEY.alias("prod"))).isEqualTo("two");
    assertThat(ada.find(KEY.alias("old"))).isEmpty();
  }

  @Test
  void what_is_there_again_can_be_restored_no_more() {
    Label first = ada.publish(KEY, "one");
    ada.publish(KEY, "two");
    ada.unpublish(first.id());

    ada.restore(first.id());

    assertThat(ada.get(KEY)).as("a lower number is not the latest").isEqualTo("two");
    assertThat(ada.removals().restorable()).isEmpty();
    assertThatThrownBy(() -> ada.restore(first.id())).isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_life_before_the_last_brings_its_own_grants_and_no_alias_of_the_last() {
    Label first = ada.publish(KEY, "one");
    ada.access().grant(KEY.name(), GRACE, Right.WRITE);
    ada.unpublish(KEY.name());
    ada.publish(KEY, "two", with -> with.alias("prod"));
    ada.unpublish(KEY.name());

    ada.restore(first.id());

    assertThat(ada.get(KEY)).isEqualTo("one");
    assertThat(ada.find(KEY.alias("prod"))).isEmpty();
    assertThat(ada.access().grants(KEY.name()))
        .isEqualTo(Map.of(ADA, Right.OWN, GRACE, Right.WRITE));
  }

  private static Change set(String alias, long version) {
    return new Change.AliasMoved(
        KEY.name(), Alias.of(alias), OptionalLong.empty(), OptionalLong.of(version));
  }
}
