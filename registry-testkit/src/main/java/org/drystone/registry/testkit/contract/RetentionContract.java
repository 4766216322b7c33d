package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Registry;
import org.drystone.registry.Retention;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.VersionId;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.Test;

/** Rules that the registry itself keeps. */
abstract class RetentionContract extends Facet {

  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);
  private static final Key<Integer> OTHER = Key.of("ada/y", Integer.class);
  private static final Namespace MINE = Namespace.of("ada");
  private static final Retention LAST = Retention.keepingLast(1);
  private static final Retention HOUR = Retention.keepingYoungerThan(Duration.ofHours(1));

  RetentionContract(Supplier<Hub.Builder> hubs) {
    super(hubs, with -> with.trashTime(Duration.ofDays(1)));
  }

  private void publish(Key<Integer> key, int versions) {
    for (int i = 1; i <= versions; i++) {
      ada.publish(key, i);
    }
  }

  @Test
  void what_a_commit_makes_superfluous_is_removed_as_a_change_by_who_set_the_rule()
      throws Exception {
    ada.access().grant(KEY.name().namespace(), GRACE, Right.OWN);
    grace.publish(KEY, 1);
    grace.removals().retain(KEY.name(), Retention.keepingLast(2));
    publish(KEY, 2);

    Commit commit = removal(KEY.name());

    assertThat(commit.author()).isEqualTo(GRACE);
    assertThat(commit.changes())
        .containsExactly(
            new Change.Removed(
                KEY.name(),
                List.of(1L),
                OptionalLong.of(3),
                Optional.of("not kept by the rule of ada/x"),
                Optional.of(NOON.plus(Duration.ofDays(1)))));
    assertThat(numbers(KEY)).containsExactly(2L, 3L);
    assertThat(ada.at(beforeRemoval(commit)).versions(KEY.name())).hasSize(3);
  }

  @Test
  void a_new_rule_removes_first_what_its_dry_run_told() throws Exception {
    publish(KEY, 4);
    ada.aliases().set(KEY.alias("prod"), id(KEY, 2));
    List<VersionId> told = ada.removals().superfluous(KEY.name(), LAST);

    ada.removals().retain(KEY.name(), LAST);

    assertThat(told).containsExactly(id(KEY, 1), id(KEY, 3));
    assertThat(removed(removal(KEY.name()))).containsExactly(1L, 3L);
    assertThat(numbers(KEY)).containsExactly(2L, 4L);
  }

  @Test
  void what_an_alias_pointed_to_goes_when_the_alias_does() throws Exception {
    Label first = ada.publish(KEY, 1, with -> with.alias("prod"));
    ada.removals().retain(KEY.name(), LAST);
    ada.publish(KEY, 2);
    assertThat(ada.removals().superfluous(KEY.name())).isEmpty();

    ada.aliases().remove(KEY.alias("prod"));

    assertThat(removed(removal(KEY.name()))).containsExactly(first.version());
  }

  @Test
  void what_gets_too_old_goes_without_a_commit() throws Exception {
    publish(KEY, 2);
    ada.removals().retain(KEY.name(), Retention.keepingYoungerThan(Duration.ofMillis(20)));
    awaitTheRegistry();
    Position before = ada.position();

    clock.step();

    Commit commit = removal(KEY.name());
    assertThat(removed(commit)).containsExactly(1L);
    assertThat(beforeRemoval(commit)).isEqualTo(before);
  }

  @Test
  void an_owner_need_not_wait_for_the_registry() {
    publish(KEY, 2);
    publish(OTHER, 3);
    ada.removals().retain(MINE, HOUR);
    ada.removals().retain(OTHER.name(), Retention.keepingLast(2).andYoungerThan(HOUR.age()));
    clock.step(Duration.ofHours(2));

    List<VersionId> told = ada.removals().superfluous(MINE);
    List<VersionId> pruned = ada.removals().prune(MINE);

    assertThat(List.of(id(KEY, 1), id(OTHER, 1)))
        .as("some of which the registry may have removed first")
        .containsAll(told);
    assertThat(told).containsAll(pruned);
    assertThat(numbers(KEY)).containsExactly(2L);
    assertThat(numbers(OTHER)).containsExactly(2L, 3L);
    assertThat(ada.removals().superfluous(MINE)).isEmpty();
  }

  @Test
  void the_rule_of_a_name_stands_before_that_of_its_namespace() throws Exception {
    ada.publish(KEY, 1);
    ada.removals().retain(KEY.name(), Retention.keepingLast(2));
    ada.removals().retain(MINE, LAST);
    publish(KEY, 2);
    assertThat(removed(removal(KEY.name()))).containsExactly(1L);
    Position before = ada.position();

    ada.removals().retainAll(KEY.name());

    assertThat(removed(removal(KEY.name(), before))).containsExactly(2L);
    assertThat(ada.removals().rule(KEY.name())).isEmpty();
    assertThat(ada.removals().rule(MINE)).contains(LAST);
  }

  @Test
  void what_somebody_has_restored_stays_whatever_the_rule_says() throws Exception {
    ada.removals().retain(MINE, LAST);
    publish(KEY, 2);
    removal(KEY.name());

    ada.restore(id(KEY, 1));
    Position before = ada.position();
    ada.publish(KEY, 3);

    assertThat(removed(removal(KEY.name(), before))).containsExactly(2L);
    assertThat(numbers(KEY)).containsExactly(1L, 3L);
    assertThat(ada.removals().prune(KEY.name(), LAST)).containsExactly(id(KEY, 1));
  }

  @Test
  void the_rule_of_a_name_goes_with_it_and_comes_back_with_it() {
    ada.publish(KEY, 1);
    ada.removals().retain(KEY.name(), HOUR);
    ada.unpublish(KEY.name());

    assertThatThrownBy(() -> ada.removals().rule(KEY.name())).isInstanceOf(NotFoundException.class);
    ada.restore(KEY.name());
    assertThat(ada.removals().rule(KEY.name())).contains(HOUR);

    ada.unpublish(KEY.name());
    ada.publish(KEY, 2);
    assertThat(ada.removals().rule(KEY.name())).as("that is another life").isEmpty();
  }

  @Test
  void a_rule_is_a_change_that_owners_see() throws Exception {
    ada.publish(KEY, 1);
    ada.access().grant(MINE, GRACE, Right.WRITE);
    Position before = ada.position();

    Position ruled = ada.removals().retain(KEY.name(), HOUR);
    assertThat(ada.removals().retain(KEY.name(), HOUR)).isEqualTo(ruled);
    ada.removals().retain(MINE, LAST);
    ada.removals().retainAll(KEY.name());

    assertThat(rules(ada, before))
        .containsExactly(
            new Change.RetentionChanged(KEY.name(), Optional.of(HOUR)),
            new Change.RetentionChanged(MINE, Optional.of(LAST)),
            new Change.RetentionChanged(KEY.name(), Optional.empty()));
    assertThat(rules(grace, before)).isEmpty();
  }

  @Test
  void only_an_owner_rules() {
    ada.publish(KEY, 1);
    assertRefused(KEY.name(), NotFoundException.class);
    assertRefused(MINE, NotPermittedException.class);
    ada.access().grant(KEY.name(), GRACE, Right.WRITE);

    assertRefused(KEY.name(), NotPermittedException.class);
  }

  private void assertRefused(Scope scope, Class<? extends Exception> expected) {
    assertThatThrownBy(() -> grace.removals().retain(scope, LAST)).isInstanceOf(expected);
    assertThatThrownBy(() -> grace.removals().retainAll(scope)).isInstanceOf(expected);
    assertThatThrownBy(() -> grace.removals().rule(scope)).isInstanceOf(expected);
    assertThatThrownBy(() -> grace.removals().prune(scope)).isInstanceOf(expected);
    assertThatThrownBy(() -> grace.removals().superfluous(scope)).isInstanceOf(expected);
  }

  /** Until the registry has looked at all that was said so far, and knows when to look again. */
  private void awaitTheRegistry() throws InterruptedException {
    publish(OTHER, 2);
    ada.removals().retain(OTHER.name(), LAST);
    Commit looked = removal(OTHER.name());
    publish(OTHER, 1);
    removal(OTHER.name(), looked.position());
  }

  private Commit removal(Name name) throws InterruptedException {
    return removal(name, start());
  }

  /** The first removal after that, which may be still to come. */
  private Commit removal(Name name, Position after) throws InterruptedException {
    try (Watch watch = ada.changes().of(name).only(Set.of(Change.Removed.class)).after(after)) {
      return watch.next(LONG).orElseThrow();
    }
  }

  private static List<Long> removed(Commit commit) {
    return ((Change.Removed) commit.changes().get(0)).versions();
  }

  private static List<Change> rules(Registry registry, Position after) throws InterruptedException {
    try (Watch watch =
        registry.changes().only(Set.of(Change.RetentionChanged.class)).after(after)) {
      List<Change> told = new ArrayList<>();
      for (Optional<Commit> next = watch.next(Duration.ZERO);
          next.isPresent();
          next = watch.next(Duration.ZERO)) {
        told.addAll(next.get().changes());
      }
      return told;
    }
  }

  private Position start() {
    return new Position(ada.position().registryId(), 0);
  }

  private static Position beforeRemoval(Commit commit) {
    return new Position(commit.position().registryId(), commit.position().revision() - 1);
  }

  private List<Long> numbers(Key<?> key) {
    return ada.versions(key.name()).stream().map(Label::version).toList();
  }

  private static VersionId id(Key<?> key, long number) {
    return new VersionId(key.name(), number);
  }
}
