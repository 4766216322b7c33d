package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.drystone.registry.AccessRequest;
import org.drystone.registry.Caller;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.LimitException;
import org.drystone.registry.Name;
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

/** Asking for a right, and the answers. */
abstract class AccessRequestsContract extends Facet {

  private static final Name SECRET = Name.parse("ada/secret");
  private static final Name MISSING = Name.parse("ada/missing");

  private final Registry mary = hub.as(Caller.of(Principal.user("mary")));

  AccessRequestsContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @BeforeEach
  void publish() {
    ada.publish(Key.of(SECRET, String.class), "s");
  }

  @Test
  void the_owner_sees_who_asks() throws Exception {
    Position before = ada.position();
    grace.access().ask(SECRET, Right.READ, "for the report");

    assertThat(ada.access().requests(SECRET)).containsExactly(request(SECRET));
    assertThat(ada.access().requests(Namespace.of("ada"))).containsExactly(request(SECRET));
    assertThat(changesAfter(before, ada)).containsExactly(asked(SECRET));
    assertThat(changesAfter(before, grace)).containsExactly(asked(SECRET));
    assertThat(changesAfter(before, mary)).isEmpty();
  }

  @Test
  void asking_tells_nothing_of_what_is_there() throws Exception {
    Position before = grace.position();
    Position first = grace.access().ask(SECRET, Right.READ, "for the report");
    Position second = grace.access().ask(MISSING, Right.READ, "for the report");
    Position third = grace.access().ask(Name.parse("nobody/x"), Right.READ, "for the report");

    assertThat(List.of(first, second, third))
        .extracting(position -> position.revision() - before.revision())
        .containsExactly(1L, 2L, 3L);
    assertThat(changesAfter(before, grace)).hasSize(3);
    assertThat(ada.access().requests(Namespace.of("ada")))
        .containsExactlyInAnyOrder(request(SECRET), request(MISSING));
  }

  @Test
  void a_grant_answers_it() {
    grace.access().ask(SECRET, Right.WRITE, "to repair it");

    ada.access().grant(SECRET, GRACE, Right.READ);
    assertThat(ada.access().requests(SECRET)).as("that was not what it asked for").hasSize(1);

    ada.access().grant(SECRET, GRACE, Right.OWN);
    assertThat(ada.access().requests(SECRET)).isEmpty();
  }

  @Test
  void a_grant_on_the_namespace_answers_what_is_asked_within() {
    grace.access().ask(SECRET, Right.READ, "for the report");
    grace.access().ask(MISSING, Right.WRITE, "to make it");

    ada.access().grant(Namespace.of("ada"), GRACE, Right.READ);
    assertThat(ada.access().requests(Namespace.of("ada")))
        .extracting(AccessRequest::scope)
        .containsExactly(MISSING);

    ada.access().grant(Namespace.of("ada"), GRACE, Right.WRITE);
    assertThat(ada.access().requests(Namespace.of("ada"))).isEmpty();
  }

  @Test
  void a_grant_to_everyone_or_to_a_group_of_the_asker_answers_it() {
    Principal analysts = Principal.group("analysts");
    hub.as(Caller.of(GRACE).inGroups(Set.of(analysts))).access().ask(SECRET, Right.WRITE, "to fix");
    mary.access().ask(SECRET, Right.READ, "to see");

    ada.access().grant(SECRET, Principal.group("others"), Right.WRITE);
    assertThat(ada.access().requests(SECRET)).hasSize(2);
    ada.access().grant(SECRET, analysts, Right.WRITE);
    assertThat(ada.access().requests(SECRET))
        .extracting(request -> request.principal().name())
        .containsExactly("mary");
    ada.access().shareWithAll(SECRET);
    assertThat(ada.access().requests(SECRET)).isEmpty();
  }

  @Test
  void who_publishes_the_name_first_asks_no_longer() {
    Name wanted = Name.parse("shared/wanted");
    grace.access().ask(wanted, Right.OWN, "to keep it");

    grace.publish(Key.of(wanted, String.class), "x");

    assertThat(grace.access().requests(wanted)).isEmpty();
  }

  @Test
  void an_owner_can_decline_and_the_asker_is_told() throws Exception {
    grace.access().ask(SECRET, Right.READ, "for the report");
    grace.access().ask(MISSING, Right.READ, "for the report");
    Position before = ada.position();

    ada.access().decline(SECRET, GRACE);
    ada.access().decline(MISSING, GRACE);

    assertThat(ada.access().requests(Namespace.of("ada"))).isEmpty();
    assertThat(changesAfter(before, grace))
        .containsExactly(
            new Change.AccessDeclined(SECRET, GRACE, Right.READ),
            new Change.AccessDeclined(MISSING, GRACE, Right.READ));
    Position now = ada.position();
    assertThat(ada.access().decline(SECRET, GRACE)).isEqualTo(now);
  }

  @Test
  void who_asked_can_withdraw_and_the_owner_is_told() throws Exception {
    grace.access().ask(SECRET, Right.READ, "for the report");
    grace.access().ask(MISSING, Right.READ, "a typing error");
    Position before = ada.position();

    grace.access().decline(SECRET, GRACE);
    grace.access().decline(MISSING, GRACE);

    assertThat(ada.access().requests(Namespace.of("ada"))).isEmpty();
    assertThat(changesAfter(before, ada))
        .containsExactly(
            new Change.AccessDeclined(SECRET, GRACE, Right.READ),
            new Change.AccessDeclined(MISSING, GRACE, Right.READ));
    assertThat(changesAfter(before, mary)).isEmpty();
  }

  @Test
  void asking_again_replaces_the_request_or_changes_nothing() {
    Position once = grace.access().ask(SECRET, Right.READ, "for the report");
    assertThat(grace.access().ask(SECRET, Right.READ, "for the report")).isEqualTo(once);

    grace.access().ask(SECRET, Right.WRITE, "to repair it");
    assertThat(ada.access().requests(SECRET))
        .containsExactly(new AccessRequest(SECRET, GRACE, Right.WRITE, "to repair it", NOON));
  }

  @Test
  void asking_for_what_one_has_changes_nothing() {
    Position before = ada.position();

    assertThat(ada.access().ask(SECRET, Right.OWN, "x")).isEqualTo(before);
    assertThat(grace.access().ask(Namespace.SHARED, Right.READ, "x")).isEqualTo(before);
  }

  @Test
  void only_owners_are_told_of_requests() {
    ada.access().grant(SECRET, GRACE, Right.WRITE);

    assertThatThrownBy(() -> grace.access().requests(SECRET))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> grace.access().decline(SECRET, ADA))
        .isInstanceOf(NotPermittedException.class);
    assertThatThrownBy(() -> mary.access().requests(SECRET)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> mary.access().decline(SECRET, GRACE))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> mary.access().requests(MISSING)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void who_asks_too_much_must_wait() {
    for (int i = 0; i < 100; i++) {
      grace.access().ask(Name.parse("ada/" + i), Right.READ, "please");
    }

    assertThatThrownBy(() -> grace.access().ask(SECRET, Right.READ, "please"))
        .isInstanceOf(LimitException.class);
    grace.access().ask(Name.parse("ada/7"), Right.WRITE, "the same name again");
    mary.access().ask(SECRET, Right.READ, "another user");
    ada.access().decline(Name.parse("ada/7"), GRACE);
    grace.access().ask(SECRET, Right.READ, "now there is room");
  }

  @Test
  void a_reason_is_needed() {
    assertThatThrownBy(() -> grace.access().ask(SECRET, Right.READ, " "))
        .isInstanceOf(InvalidArgumentException.class);
  }

  private static List<Change> changesAfter(Position position, Registry reader) throws Exception {
    List<Change> changes = new ArrayList<>();
    try (Watch watch = reader.changes().after(position)) {
      for (Optional<Commit> next = watch.next(Duration.ZERO); next.isPresent(); ) {
        changes.addAll(next.get().changes());
        next = watch.next(Duration.ZERO);
      }
    }
    return changes;
  }

  private static AccessRequest request(Name name) {
    return new AccessRequest(name, GRACE, Right.READ, "for the report", NOON);
  }

  private static Change asked(Name name) {
    return new Change.AccessAsked(name, GRACE, Right.READ, "for the report");
  }
}
