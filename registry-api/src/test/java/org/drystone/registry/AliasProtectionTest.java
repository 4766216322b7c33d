package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AliasProtectionTest {

  private static final Key<String> MODEL = Key.of("shared/model", String.class);
  private static final AliasRef<String> PROD = MODEL.alias("prod");

  private final Hub hub = Hub.create();
  private final Registry ada = Users.ada(hub);
  private final Registry grace = Users.grace(hub);

  @BeforeEach
  void publish() {
    ada.publish(MODEL, "1");
    ada.publish(MODEL, "2");
    ada.publish(MODEL, "3");
  }

  @AfterEach
  void close() {
    hub.close();
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
    ada.access().grant(MODEL.name(), Users.GRACE, Right.WRITE);
    assertThatThrownBy(() -> grace.aliases().protect(PROD, Set.of(Users.GRACE)))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> grace.aliases().unprotect(PROD))
        .isInstanceOf(NotPermittedException.class);
    Position before = ada.position();

    Position once = ada.aliases().protect(PROD, Set.of(Users.ADA));

    assertThat(ada.aliases().protect(PROD, Set.of(Users.ADA))).isEqualTo(once);
    try (Watch watch = grace.changes().after(before)) {
      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactly(
              new Change.AliasProtected(
                  MODEL.name(), Alias.of("prod"), Optional.of(Set.of(Users.ADA))));
    }
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
