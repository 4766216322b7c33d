package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.drystone.registry.Caller;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Namespace;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Publication;
import org.drystone.registry.Query;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.junit.jupiter.api.Test;

/** Who may do what, and what those see who may not. */
abstract class AccessContract extends Facet {

  private static final Key<String> SECRET = Key.of("ada/secret", String.class);
  private static final Key<String> COMMON = Key.of("shared/plan", String.class);

  AccessContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void the_namespace_of_a_user_is_private() {
    ada.publish(SECRET, "s");

    assertThat(grace.find(SECRET)).isEmpty();
    assertThat(grace.list(Query.all()).labels()).isEmpty();
    assertThatThrownBy(() -> grace.versions(SECRET.name())).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> grace.describe(SECRET.version(1)))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> grace.hold(SECRET)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> grace.export(SECRET)).isInstanceOf(NotFoundException.class);
    assertThat(hub.registry().find(SECRET)).isEmpty();
  }

  @Test
  void what_is_hidden_and_what_is_missing_look_the_same() {
    ada.publish(SECRET, "s");
    String hidden = failure(SECRET);
    String missing = failure(Key.of("ada/secreT", String.class));

    assertThat(hidden.replace("secret", "secreT")).isEqualTo(missing);
  }

  private String failure(Key<String> key) {
    try {
      return "found " + grace.get(key);
    } catch (NotFoundException e) {
      return e.toString();
    }
  }

  @Test
  void nobody_else_may_publish_there_whether_or_not_the_name_exists() {
    ada.publish(SECRET, "s");

    for (String name : new String[] {"ada/secret", "ada/other"}) {
      assertThatThrownBy(
              () -> grace.publish(Key.of(name, String.class), "x", Publication::ifAbsent))
          .isInstanceOf(NotPermittedException.class)
          .hasMessageContaining("grace may not publish " + name);
    }
  }

  @Test
  void a_name_can_be_shared_with_one_colleague_and_made_private_again() {
    ada.publish(SECRET, "s");

    ada.access().grant(SECRET.name(), GRACE, Right.READ);
    assertThat(grace.get(SECRET)).isEqualTo("s");
    assertThat(grace.list(Query.all()).labels()).hasSize(1);
    assertThat(hub.registry().find(SECRET)).isEmpty();

    ada.access().revoke(SECRET.name(), GRACE);
    assertThat(grace.find(SECRET)).isEmpty();
  }

  @Test
  void a_name_can_be_shared_with_all() {
    ada.publish(SECRET, "s");

    ada.access().grant(SECRET.name(), Principal.everyone(), Right.READ);

    assertThat(grace.get(SECRET)).isEqualTo("s");
    assertThat(hub.registry().get(SECRET)).isEqualTo("s");
  }

  @Test
  void a_namespace_can_be_shared_with_a_group() {
    ada.publish(SECRET, "s");
    Principal analysts = Principal.group("analysts");
    Registry member = hub.as(Caller.of(GRACE).inGroups(Set.of(analysts)));

    ada.access().grant(Namespace.of("ada"), analysts, Right.WRITE);
    member.publish(Key.of("ada/from grace", String.class), "g");

    assertThat(member.get(SECRET)).isEqualTo("s");
    assertThat(grace.find(SECRET)).isEmpty();
    assertThat(ada.get(Key.of("ada/from grace", String.class))).isEqualTo("g");
  }

  @Test
  void write_allows_new_versions_but_not_giving_rights() {
    ada.publish(SECRET, "s");
    ada.access().grant(SECRET.name(), GRACE, Right.WRITE);

    grace.publish(SECRET, "from grace");

    assertThat(ada.get(SECRET)).isEqualTo("from grace");
    assertThatThrownBy(() -> grace.access().grant(SECRET.name(), Principal.everyone(), Right.READ))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> grace.access().grants(SECRET.name()))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void everyone_reads_shared_and_creates_in_it_and_the_first_publisher_owns_the_name() {
    ada.publish(COMMON, "a");

    assertThat(grace.get(COMMON)).isEqualTo("a");
    assertThatThrownBy(() -> grace.publish(COMMON, "g")).isInstanceOf(NotPermittedException.class);
    grace.publish(Key.of("shared/from grace", String.class), "g");
    assertThat(ada.access().mine(COMMON.name())).hasValue(Right.OWN);
    assertThat(grace.access().mine(COMMON.name())).hasValue(Right.READ);
    assertThat(ada.access().grants(COMMON.name())).isEqualTo(Map.of(ADA, Right.OWN));
  }

  @Test
  void the_host_owns_shared_and_nobody_takes_it_by_name() {
    ada.publish(COMMON, "a");
    Registry impostor = hub.as(Caller.of(Principal.user("shared")));

    hub.registry().publish(COMMON, "from the host");

    assertThat(hub.registry().access().mine(Namespace.SHARED)).hasValue(Right.OWN);
    assertThat(impostor.access().mine(Namespace.SHARED)).hasValue(Right.READ);
  }

  @Test
  void rights_can_only_be_given_on_what_one_sees() {
    assertThatThrownBy(() -> grace.access().grant(SECRET.name(), GRACE, Right.OWN))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> grace.access().grant(Namespace.of("ada"), GRACE, Right.OWN))
        .isInstanceOf(NotPermittedException.class);
  }

  @Test
  void giving_what_is_there_already_changes_nothing() {
    ada.publish(SECRET, "s");
    Position once = ada.access().grant(SECRET.name(), GRACE, Right.READ);

    assertThat(ada.access().grant(SECRET.name(), GRACE, Right.READ)).isEqualTo(once);
    assertThat(ada.access().revoke(SECRET.name(), Principal.everyone())).isEqualTo(once);
  }

  @Test
  void parents_that_a_reader_may_not_see_are_left_out() {
    Label secret = ada.publish(SECRET, "s");
    Label plan = ada.publish(COMMON, "p", with -> with.derivedFrom(secret.id()));

    assertThat(ada.describe(COMMON).parents()).containsExactly(secret.id());
    assertThat(grace.describe(COMMON).parents()).isEmpty();
    assertThat(grace.describe(COMMON)).isNotEqualTo(plan);
    assertThat(grace.read(COMMON).label().parents()).isEmpty();
    assertThat(grace.versions(COMMON.name()).get(0).parents()).isEmpty();
    assertThat(grace.list(Query.all()).labels().get(0).parents()).isEmpty();
  }

  @Test
  void a_reader_never_sees_a_secret_that_was_published_after_the_right_was_taken()
      throws Exception {
    ada.publish(SECRET, "0");
    Thread owner =
        new Thread(
            () -> {
              for (int i = 0; i < 2000; i++) {
                ada.access().grant(SECRET.name(), GRACE, Right.READ);
                ada.publish(SECRET, "open");
                ada.access().revoke(SECRET.name(), GRACE);
                ada.publish(SECRET, "closed");
                ada.publish(SECRET, "open");
              }
            });
    owner.start();

    while (owner.isAlive()) {
      assertThat(grace.find(SECRET).filter("closed"::equals)).isEmpty();
    }
    owner.join();
  }
}
