package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.drystone.registry.Caller;
import org.drystone.registry.Change;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Namespace;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sharing with some, with all, with nobody. */
abstract class SharingContract extends Facet {

  private static final Key<String> SECRET = Key.of("ada/secret", String.class);
  private static final Principal TEAM = Principal.group("team");
  private static final Namespace ADAS = Namespace.of("ada");

  private final Registry member = hub.as(Caller.of(Principal.user("mary")).inGroups(Set.of(TEAM)));

  SharingContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @BeforeEach
  void publish() {
    ada.publish(SECRET, "s");
  }

  @Test
  void a_name_is_shared_with_selected_colleagues_in_one_change() throws Exception {
    Position before = ada.position();

    ada.access().share(SECRET.name(), Set.of(GRACE, TEAM));

    assertThat(grace.get(SECRET)).isEqualTo("s");
    assertThat(member.get(SECRET)).isEqualTo("s");
    assertThat(hub.registry().find(SECRET)).isEmpty();
    try (Watch watch = ada.changes().after(before)) {
      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactly(given(GRACE, Right.READ), given(TEAM, Right.READ));
    }
  }

  @Test
  void sharing_takes_no_higher_right() {
    ada.access().grant(SECRET.name(), GRACE, Right.WRITE);
    Position before = ada.position();

    assertThat(ada.access().share(SECRET.name(), Set.of(GRACE))).isEqualTo(before);
    assertThat(grace.access().mine(SECRET.name())).hasValue(Right.WRITE);
  }

  @Test
  void a_name_is_shared_with_all_and_private_again() throws Exception {
    assertThat(ada.access().shareWithAll(SECRET.name())).isEqualTo(ada.position());
    ada.access().share(SECRET.name(), Set.of(GRACE));
    assertThat(hub.registry().get(SECRET)).isEqualTo("s");
    Position before = ada.position();

    ada.access().makePrivate(SECRET.name());

    assertThat(grace.find(SECRET)).isEmpty();
    assertThat(hub.registry().find(SECRET)).isEmpty();
    assertThat(ada.access().grants(SECRET.name())).isEqualTo(Map.of(ADA, Right.OWN));
    try (Watch watch = ada.changes().after(before)) {
      assertThat(watch.next(Duration.ZERO).orElseThrow().changes())
          .containsExactly(taken(GRACE, Right.READ), taken(Principal.everyone(), Right.READ));
    }
  }

  @Test
  void owners_stay() {
    ada.access().grant(SECRET.name(), GRACE, Right.OWN);

    Position present = ada.position();
    assertThat(ada.access().makePrivate(SECRET.name())).isEqualTo(present);
    assertThat(grace.get(SECRET)).isEqualTo("s");
  }

  @Test
  void what_would_stay_readable_is_not_called_private() {
    Key<String> common = Key.of("shared/plan", String.class);
    ada.publish(common, "p");
    ada.access().share(ADAS, Set.of(TEAM));
    ada.access().share(SECRET.name(), Set.of(GRACE));

    assertThatThrownBy(() -> ada.access().makePrivate(common.name()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("everyone reads shared");
    assertThatThrownBy(() -> ada.access().makePrivate(SECRET.name()))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("others may read the whole namespace ada");
    assertThat(grace.get(SECRET)).as("nothing was changed").isEqualTo("s");

    ada.access().makePrivate(ADAS);
    ada.access().makePrivate(SECRET.name());
    assertThat(grace.find(SECRET)).isEmpty();
    assertThat(member.find(SECRET)).isEmpty();
  }

  @Test
  void only_owners_share() {
    ada.access().grant(SECRET.name(), GRACE, Right.WRITE);

    assertThatThrownBy(() -> grace.access().shareWithAll(SECRET.name()))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> grace.access().makePrivate(SECRET.name()))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> member.access().makePrivate(SECRET.name()))
        .isInstanceOf(NotFoundException.class);
  }

  private static Change given(Principal to, Right right) {
    return new Change.RightChanged(SECRET.name(), to, Optional.empty(), Optional.of(right));
  }

  private static Change taken(Principal from, Right right) {
    return new Change.RightChanged(SECRET.name(), from, Optional.of(right), Optional.empty());
  }
}
