package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Namespace;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Removals;
import org.drystone.registry.Retention;
import org.drystone.registry.Right;
import org.drystone.registry.VersionId;
import org.junit.jupiter.api.Test;

/** Removing by a rule. */
abstract class PruningContract extends Facet {

  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);

  private void publish(int versions) {
    for (int i = 1; i <= versions; i++) {
      ada.publish(KEY, i);
      clock.step();
    }
  }

  private static List<VersionId> versions(long... numbers) {
    return Arrays.stream(numbers).mapToObj(n -> new VersionId(KEY.name(), n)).toList();
  }

  PruningContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void keeps_the_last_versions() {
    publish(5);

    assertThat(ada.removals().prune(KEY.name(), Retention.keepingLast(2)))
        .isEqualTo(versions(1, 2, 3));

    assertThat(ada.versions(KEY.name())).extracting(Label::version).containsExactly(4L, 5L);
    assertThat(ada.removals().restorable()).hasSize(3);
  }

  @Test
  void keeps_what_is_young_and_always_the_latest() {
    publish(4);
    Retention young =
        Retention.keepingYoungerThan(SteppingClock.STEP.multipliedBy(2).plusSeconds(1));

    assertThat(ada.removals().prune(KEY.name(), young)).isEqualTo(versions(1, 2));
    clock.step(Duration.ofDays(1));
    assertThat(ada.removals().prune(KEY.name(), young)).isEqualTo(versions(3));
    assertThat(ada.get(KEY)).isEqualTo(4);
  }

  @Test
  void keeps_what_an_alias_points_to() {
    publish(2);
    ada.publish(KEY, 3, with -> with.alias("prod"));
    publish(2);

    assertThat(ada.removals().prune(KEY.name(), Retention.keepingLast(1)))
        .isEqualTo(versions(1, 2, 4));
    assertThat(ada.get(KEY.alias("prod"))).isEqualTo(3);
  }

  @Test
  void the_dry_run_tells_exactly_what_the_real_run_removes() {
    publish(3);
    ada.publish(Key.of("ada/y", Integer.class), 1);
    Namespace mine = Namespace.of("ada");
    Position before = ada.position();

    List<VersionId> told = ada.removals().superfluous(mine, Retention.keepingLast(1));

    assertThat(ada.position()).isEqualTo(before);
    assertThat(ada.removals().prune(mine, Retention.keepingLast(1)))
        .isEqualTo(told)
        .isEqualTo(versions(1, 2));
    assertThat(ada.removals().superfluous(mine, Retention.keepingLast(1))).isEmpty();
  }

  @Test
  void only_an_owner_prunes() {
    publish(2);
    Removals graces = grace.removals();
    Retention rule = Retention.keepingLast(1);
    assertThatThrownBy(() -> graces.prune(KEY.name(), rule)).isInstanceOf(NotFoundException.class);
    ada.access().grant(KEY.name(), GRACE, Right.WRITE);

    assertThatThrownBy(() -> graces.prune(KEY.name(), rule))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> graces.superfluous(KEY.name(), rule))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void a_rule_keeps_at_least_the_latest() {
    assertThatThrownBy(() -> Retention.keepingLast(0)).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> Retention.keepingYoungerThan(Duration.ofSeconds(-1)))
        .isInstanceOf(InvalidArgumentException.class);
  }
}
