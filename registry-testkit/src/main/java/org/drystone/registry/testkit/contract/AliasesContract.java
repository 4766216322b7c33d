package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.drystone.registry.Alias;
import org.drystone.registry.AliasMove;
import org.drystone.registry.AliasRef;
import org.drystone.registry.AliasTarget;
import org.drystone.registry.Change;
import org.drystone.registry.CompactedException;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Hold;
import org.drystone.registry.Hub;
import org.drystone.registry.InUseException;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.LimitException;
import org.drystone.registry.Name;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Right;
import org.drystone.registry.VersionId;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Movable pointers to versions, their conditions and their history. */
abstract class AliasesContract extends Facet {

  private static final Key<String> MODEL = Key.of("shared/model", String.class);
  private static final AliasRef<String> PROD = MODEL.alias("prod");

  AliasesContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @BeforeEach
  void publish() {
    ada.publish(MODEL, "1");
    ada.publish(MODEL, "2");
    ada.publish(MODEL, "3");
  }

  @Test
  void an_alias_leads_to_its_version_in_every_verb() throws Exception {
    ada.aliases().set(PROD, version(2));

    assertThat(grace.get(PROD)).isEqualTo("2");
    assertThat(grace.find(PROD)).hasValue("2");
    assertThat(grace.read(PROD).label().id()).isEqualTo(version(2));
    assertThat(grace.describe(PROD).id()).isEqualTo(version(2));
    assertThat(grace.status(PROD).version()).isEqualTo(version(2));
    assertThat(grace.await(PROD, Duration.ZERO).orElseThrow().id()).isEqualTo(version(2));
    try (Hold<String> hold = grace.hold(PROD)) {
      assertThat(hold.value()).isEqualTo("2");
    }
    assertThat(grace.status(MODEL.version(2)).aliases()).containsExactly(Alias.of("prod"));
    assertThat(grace.status(MODEL).aliases()).isEmpty();
    assertThat(grace.get(MODEL)).as("the name leads to the latest").isEqualTo("3");
  }

  @Test
  void an_alias_that_is_not_there_is_not_found() {
    assertThat(ada.find(PROD)).isEmpty();
    assertThatThrownBy(() -> ada.get(PROD)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> ada.aliases().remove(PROD)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> ada.aliases().rollback(PROD)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> ada.aliases().set(PROD, version(9)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void an_alias_is_moved_by_compare_and_set() {
    ada.aliases().create(PROD, version(1));
    ada.aliases().move(PROD, version(1), version(2));

    assertThatThrownBy(() -> ada.aliases().move(PROD, version(1), version(3)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("it points to shared/model:v2, by ada since 2026-11-22T12:00:00Z");
    assertThatThrownBy(() -> ada.aliases().create(PROD, version(3)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("it points to shared/model:v2");
    assertThatThrownBy(() -> ada.aliases().move(MODEL.alias("test"), version(1), version(3)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("there is no such alias now");
    assertThat(ada.get(PROD)).isEqualTo("2");
  }

  @Test
  void an_alias_is_of_its_name() {
    ada.publish(Key.of("shared/other", String.class), "o");
    VersionId other = new VersionId(Name.parse("shared/other"), 1);

    assertThatThrownBy(() -> ada.aliases().set(PROD, other))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> ada.aliases().move(PROD, other, version(1)))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void setting_it_where_it_points_changes_nothing() {
    Position once = ada.aliases().set(PROD, version(1));

    assertThat(ada.aliases().set(PROD, version(1))).isEqualTo(once);
  }

  @Test
  void a_publication_moves_it_in_the_same_commit() throws Exception {
    ada.aliases().set(PROD, version(2));
    Position before = ada.position();

    Label label = ada.publish(MODEL, "4", with -> with.alias("prod").alias("best"));

    assertThat(grace.get(PROD)).isEqualTo("4");
    assertThat(grace.get(MODEL.alias("best"))).isEqualTo("4");
    try (Watch watch = grace.changes().after(before)) {
      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactly(
              new Change.Published(label),
              moved("best", OptionalLong.empty(), OptionalLong.of(4)),
              moved("prod", OptionalLong.of(2), OptionalLong.of(4)));
    }
  }

  @Test
  void the_first_publication_may_set_one() {
    Key<String> fresh = Key.of("grace/fresh", String.class);

    grace.publish(fresh, "f", with -> with.alias("prod"));

    assertThat(grace.get(fresh.alias("prod"))).isEqualTo("f");
  }

  @Test
  void a_removed_alias_leads_nowhere_and_its_changes_are_told() throws Exception {
    Position before = ada.position();
    ada.aliases().set(PROD, version(2));
    ada.aliases().remove(PROD);

    assertThat(grace.find(PROD)).isEmpty();
    assertThat(grace.aliases().list(MODEL.name())).isEmpty();
    try (Watch watch = grace.changes().after(before)) {
      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactly(moved("prod", OptionalLong.empty(), OptionalLong.of(2)));
      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactly(moved("prod", OptionalLong.of(2), OptionalLong.empty()));
    }
  }

  @Test
  void the_history_tells_who_when_from_and_to() {
    Position first = ada.aliases().set(PROD, version(1));
    clock.step(Duration.ofDays(1));
    ada.access().grant(MODEL.name(), GRACE, Right.WRITE);
    Position second = grace.aliases().set(PROD, version(3));

    Instant later = NOON.plus(Duration.ofDays(1));
    assertThat(grace.aliases().history(PROD))
        .containsExactly(
            new AliasMove(first, ADA, NOON, Optional.empty(), Optional.of(version(1))),
            new AliasMove(second, GRACE, later, Optional.of(version(1)), Optional.of(version(3))));
    assertThat(grace.aliases().list(MODEL.name()))
        .containsExactly(new AliasTarget(Alias.of("prod"), version(3), GRACE, later));
    assertThat(grace.aliases().history(MODEL.alias("never"))).isEmpty();
  }

  @Test
  void what_it_was_last_tuesday_at_noon_is_known() {
    ada.aliases().set(PROD, version(1));
    clock.step(Duration.ofHours(1));
    ada.aliases().set(PROD, version(3));
    clock.step(Duration.ofHours(1));
    ada.aliases().remove(PROD);

    assertThat(grace.aliases().asOf(PROD, NOON.minusNanos(1))).isEmpty();
    assertThat(grace.aliases().asOf(PROD, NOON)).hasValue(version(1));
    assertThat(grace.aliases().asOf(PROD, NOON.plusSeconds(3599))).hasValue(version(1));
    assertThat(grace.aliases().asOf(PROD, NOON.plusSeconds(3600))).hasValue(version(3));
    assertThat(grace.aliases().asOf(PROD, NOON.plusSeconds(7200))).isEmpty();
  }

  @Test
  void a_rollback_goes_back_to_where_it_was_and_a_second_one_undoes_it() {
    ada.aliases().set(PROD, version(1));
    ada.aliases().set(PROD, version(3));

    assertThat(ada.aliases().rollback(PROD).version()).isEqualTo(version(1));
    assertThat(grace.get(PROD)).isEqualTo("1");
    assertThat(ada.aliases().rollback(PROD).version()).isEqualTo(version(3));
    assertThat(ada.aliases().history(PROD)).hasSize(4);
  }

  @Test
  void there_is_no_way_back_to_nowhere_or_to_what_was_removed() {
    ada.aliases().set(PROD, version(1));
    assertThatThrownBy(() -> ada.aliases().rollback(PROD))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("it pointed nowhere before");

    ada.aliases().set(PROD, version(2));
    ada.unpublish(version(1));
    assertThatThrownBy(() -> ada.aliases().rollback(PROD))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("shared/model:v1, where it pointed before, was removed");
  }

  @Test
  void a_version_under_an_alias_is_in_use() {
    ada.aliases().set(PROD, version(1));

    assertThatThrownBy(() -> ada.unpublish(version(1))).isInstanceOf(InUseException.class);
    ada.aliases().move(PROD, version(1), version(2));
    ada.unpublish(version(1));
    assertThat(ada.versions(MODEL.name())).hasSize(2);
  }

  @Test
  void it_goes_with_the_last_version_and_its_history_is_that_of_one_life() {
    ada.aliases().set(PROD, version(1));
    ada.unpublish(MODEL.name());
    ada.publish(MODEL, "a new life");

    assertThat(ada.find(PROD)).isEmpty();
    assertThat(ada.aliases().list(MODEL.name())).isEmpty();
    assertThat(ada.aliases().history(PROD)).isEmpty();
    assertThat(ada.aliases().asOf(PROD, NOON)).isEmpty();
  }

  @Test
  void who_has_no_write_moves_nothing() {
    ada.aliases().set(PROD, version(1));

    assertThatThrownBy(() -> grace.aliases().set(PROD, version(2)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> grace.aliases().remove(PROD))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> grace.aliases().rollback(PROD))
        .isInstanceOf(NotPermittedException.class);
    assertThat(ada.get(PROD)).isEqualTo("1");
  }

  @Test
  void a_name_has_so_many_aliases_and_no_more() {
    for (int i = 0; i < 256; i++) {
      ada.aliases().set(MODEL.alias("a" + i), version(1));
    }

    assertThatThrownBy(() -> ada.aliases().set(PROD, version(1)))
        .isInstanceOf(LimitException.class);
    assertThatThrownBy(() -> ada.publish(MODEL, "4", with -> with.alias("prod")))
        .isInstanceOf(LimitException.class);
    ada.aliases().set(MODEL.alias("a7"), version(2));
    assertThat(ada.aliases().list(MODEL.name())).hasSize(256);
  }

  @Test
  void a_very_long_history_says_what_it_has_forgotten() {
    moveOften();

    assertThat(ada.aliases().history(PROD)).hasSize(1000);
    assertThat(ada.aliases().asOf(PROD, clock.instant())).isPresent();
    assertThatThrownBy(() -> ada.aliases().asOf(PROD, NOON)).isInstanceOf(CompactedException.class);
  }

  @Test
  void a_life_after_one_with_a_very_long_history_has_forgotten_nothing() {
    moveOften();
    ada.unpublish(MODEL.name());
    VersionId reborn = ada.publish(MODEL, "a new life").id();

    assertThat(ada.aliases().asOf(PROD, clock.instant())).isEmpty();
    ada.aliases().set(PROD, reborn);
    assertThat(ada.aliases().asOf(PROD, NOON)).isEmpty();
  }

  private void moveOften() {
    for (int i = 0; i < 1001; i++) {
      clock.step();
      ada.aliases().set(PROD, version(1 + i % 2));
    }
  }

  private static Change moved(String alias, OptionalLong before, OptionalLong after) {
    return new Change.AliasMoved(MODEL.name(), Alias.of(alias), before, after);
  }

  private static VersionId version(long number) {
    return new VersionId(MODEL.name(), number);
  }
}
