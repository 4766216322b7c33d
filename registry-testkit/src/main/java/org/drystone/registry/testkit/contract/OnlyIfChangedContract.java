package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.drystone.registry.Alias;
import org.drystone.registry.Change;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Publication;
import org.drystone.registry.Right;
import org.drystone.registry.TypeRef;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.Test;

/** What is the same is not published again. */
abstract class OnlyIfChangedContract extends Facet {

  private static final Key<List<String>> KEY = Key.of("ada/x", new TypeRef<List<String>>() {});

  OnlyIfChangedContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void an_equal_value_commits_nothing_and_gives_the_present_label() {
    Label first = ada.publish(KEY, List.of("a", "b"));

    Label again = ada.publish(KEY, List.of("a", "b"), Publication::onlyIfChanged);

    assertThat(again).isEqualTo(first);
    assertThat(ada.position().revision()).isEqualTo(first.revision());
  }

  @Test
  void another_value_is_published() {
    ada.publish(KEY, List.of("a"));
    ada.publish(KEY, List.of("b"), Publication::onlyIfChanged);

    Label third = ada.publish(KEY, List.of("a"), Publication::onlyIfChanged);

    assertThat(third.version()).isEqualTo(3);
    assertThat(ada.get(KEY)).containsExactly("a");
  }

  @Test
  void the_aliases_that_are_named_point_to_what_is_there() throws Exception {
    Label first = ada.publish(KEY, List.of("a"));
    Position before = ada.position();

    Label again = ada.publish(KEY, List.of("a"), with -> with.alias("prod").onlyIfChanged());

    assertThat(again).isEqualTo(first);
    assertThat(ada.describe(KEY.alias("prod"))).isEqualTo(first);
    try (Watch watch = ada.changes().after(before)) {
      assertThat(watch.next(LONG).orElseThrow().changes())
          .containsExactly(
              new Change.AliasMoved(
                  KEY.name(), Alias.of("prod"), OptionalLong.empty(), OptionalLong.of(1)));
    }
    Position moved = ada.position();
    ada.publish(KEY, List.of("a"), with -> with.alias("prod").onlyIfChanged());
    assertThat(ada.position()).isEqualTo(moved);
  }

  @Test
  void an_alias_that_the_publisher_may_not_move_stays() {
    Label first = ada.publish(KEY, List.of("a"), with -> with.alias("prod"));
    Label second = ada.publish(KEY, List.of("b"));
    ada.aliases().protect(KEY.alias("prod"), Set.of(GRACE));

    assertThatThrownBy(
            () -> ada.publish(KEY, List.of("b"), with -> with.alias("prod").onlyIfChanged()))
        .isInstanceOf(NotPermittedException.class);
    assertThat(ada.describe(KEY.alias("prod"))).isEqualTo(first);
    assertThat(ada.describe(KEY)).isEqualTo(second);
  }

  @Test
  void what_could_change_is_never_the_same() {
    Key<StringBuilder> key = Key.of("ada/mutable", StringBuilder.class);
    StringBuilder value = new StringBuilder("a");
    ada.publish(key, value, with -> with.evenIfMutable("a test"));

    Label second = ada.publish(key, value, with -> with.evenIfMutable("a test").onlyIfChanged());

    assertThat(second.version()).isEqualTo(2);
  }

  @Test
  void right_and_condition_must_hold_all_the_same() {
    Label first = ada.publish(KEY, List.of("a"));
    ada.access().grant(KEY.name(), GRACE, Right.READ);

    assertThatThrownBy(
            () -> ada.publish(KEY, List.of("a"), with -> with.ifAbsent().onlyIfChanged()))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> grace.publish(KEY, List.of("a"), Publication::onlyIfChanged))
        .isInstanceOf(NotPermittedException.class);
    assertThat(ada.publish(KEY, List.of("a"), with -> with.replacing(first).onlyIfChanged()))
        .isEqualTo(first);
  }
}
