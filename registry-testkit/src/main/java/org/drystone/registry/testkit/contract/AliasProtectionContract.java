package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.drystone.registry.Alias;
import org.drystone.registry.AliasRef;
import org.drystone.registry.Caller;
import org.drystone.registry.Change;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.drystone.registry.VersionId;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Aliases that only some may move. */
abstract class AliasProtectionContract extends Facet {

  private static final Key<String> MODEL = Key.of("shared/model", String.class);
  private static final AliasRef<String> PROD = MODEL.alias("prod");

  AliasProtectionContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @BeforeEach
  void publish() {
    ada.publish(MODEL, "1");
    ada.publish(MODEL, "2");
    ada.publish(MODEL, "3");
  }

  @Test
  void only_its_movers_move_a_protected_alias() {
    Principal releases = Principal.group("releases");
    Registry manager = hub.as(Caller.of(Principal.user("mary")).inGroups(Set.of(releases)));
    ada.access().grant(MODEL.name(), Principal.everyone(), Right.WRITE);
    ada.aliases().protect(PROD, Set.of(releases));

    for (Registry other : List.of(ada, grace)) {
      assertThatThrownBy(() -> other.aliases().set(PROD, version(1)))
          .isInstanceOf(NotPermittedException.class)
          .hasMessageContaining("it is protected");
      assertThatThrownBy(() -> other.publish(MODEL, "4", with -> with.alias("prod")))
          .isInstanceOf(NotPermittedException.class);
    }
    manager.aliases().set(PROD, version(2));
    assertThatThrownBy(() -> ada.aliases().remove(PROD)).isInstanceOf(NotPermittedException.class);
    assertThat(grace.aliases().movers(PROD)).hasValue(Set.of(releases));
    assertThat(ada.versions(MODEL.name())).as("nothing was published").hasSize(3);

    ada.aliases().unprotect(PROD);
    grace.aliases().set(PROD, version(1));
    assertThat(grace.aliases().movers(PROD)).isEmpty();
  }

  @Test
  void only_owners_protect_and_the_feed_tells_it() throws Exception {
    ada.access().grant(MODEL.name(), GRACE, Right.WRITE);
    assertThatThrownBy(() -> grace.aliases().protect(PROD, Set.of(GRACE)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> grace.aliases().unprotect(PROD))
        .isInstanceOf(NotPermittedException.class);
    Position before = ada.position();

    Position once = ada.aliases().protect(PROD, Set.of(ADA));

    assertThat(ada.aliases().protect(PROD, Set.of(ADA))).isEqualTo(once);
    try (Watch watch = grace.changes().after(before)) {
      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactly(
              new Change.AliasProtected(MODEL.name(), Alias.of("prod"), Optional.of(Set.of(ADA))));
    }
  }

  @Test
  void every_deed_gives_its_position() {
    AliasRef<?> best = MODEL.alias("best");

    assertThat(ada.aliases().create(best, version(1))).isEqualTo(ada.position());
    assertThat(ada.aliases().move(best, version(1), version(2))).isEqualTo(ada.position());
    assertThat(ada.aliases().set(best, version(3))).isEqualTo(ada.position());
    assertThat(ada.aliases().remove(best)).isEqualTo(ada.position());
    assertThat(ada.aliases().protect(PROD, Set.of(GRACE))).isEqualTo(ada.position());
    assertThat(ada.aliases().unprotect(PROD)).isEqualTo(ada.position());
  }

  @Test
  void protection_goes_with_the_last_version() {
    ada.aliases().protect(PROD, Set.of());
    ada.unpublish(MODEL.name());
    ada.publish(MODEL, "a new life", with -> with.alias("prod"));

    assertThat(ada.aliases().movers(PROD)).isEmpty();
    assertThat(ada.get(PROD)).isEqualTo("a new life");
  }

  private static VersionId version(long number) {
    return new VersionId(MODEL.name(), number);
  }
}
