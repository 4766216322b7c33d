package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Supplier;
import org.drystone.registry.Caller;
import org.drystone.registry.CancelledException;
import org.drystone.registry.Claim;
import org.drystone.registry.ComputationFailedException;
import org.drystone.registry.ConflictException;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.drystone.registry.SessionId;
import org.drystone.registry.Underway;
import org.drystone.registry.Versioned;
import org.junit.jupiter.api.Test;

/** The right to compute a name. */
abstract class ClaimsContract extends Facet {

  private static final Key<String> KEY = Key.of("shared/model", String.class);
  private static final SessionId SESSION = new SessionId("ada.1");

  private final Registry client = hub.as(Caller.of(ADA).inSession(SESSION));

  ClaimsContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void a_name_is_granted_once_then_busy_then_present() {
    Claim.Granted<String> granted = granted(client.claims().claim(KEY));
    granted.progress("epoch 3 of 10");

    assertThat(grace.claims().claim(KEY))
        .isInstanceOfSatisfying(
            Claim.Busy.class,
            busy -> {
              assertThat(busy.underway().publisher()).isEqualTo(ADA);
              assertThat(busy.underway().progress()).isEqualTo("epoch 3 of 10");
            });
    Label label = granted.publish("trained", with -> with.tagged("t"));
    assertThat(grace.claims().claim(KEY))
        .isEqualTo(new Claim.Present<>(new Versioned<>("trained", label)));
    assertThat(granted.isOpen()).isFalse();
  }

  @Test
  void what_a_claim_publishes_has_a_label_also_if_nothing_more_is_said_of_it() {
    Label label = granted(client.claims().claim(KEY)).publish("trained");

    assertThat(label).isEqualTo(client.describe(KEY));
  }

  @Test
  void with_a_claim_nothing_can_be_replaced() {
    Label old = client.publish(KEY, "old");
    client.unpublish(KEY.name());
    Claim.Granted<String> granted = granted(client.claims().claim(KEY));

    assertThatThrownBy(() -> granted.publish("new", with -> with.replacing(old)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("cannot replace");
  }

  @Test
  void who_may_read_the_name_sees_that_it_is_being_computed() {
    Key<String> hers = Key.of("ada/model", String.class);
    Claim.Granted<String> granted = granted(client.claims().claim(hers));

    assertThat(client.underway()).extracting(Underway::name).containsExactly(hers.name());
    assertThat(grace.underway()).isEmpty();
    granted.close();
    assertThat(client.underway()).isEmpty();
  }

  @Test
  void a_closed_claim_goes_to_who_waits_and_publishes_no_more() throws Exception {
    Claim.Granted<String> first = granted(client.claims().claim(KEY));
    Waiter waiting = Waiter.start(() -> grace.claims().claim(KEY, LONG));

    first.close();

    Claim.Granted<?> second = granted((Claim<?>) waiting.result());
    assertThat(second.token()).isGreaterThan(first.token());
    assertThatThrownBy(() -> first.publish("late"))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("given up");
    assertThat(client.find(KEY)).isEmpty();
  }

  @Test
  void waiting_has_a_limit_and_can_be_interrupted() {
    granted(client.claims().claim(KEY));

    assertThat(Waiter.start(() -> grace.claims().claim(KEY, Duration.ofMillis(1))).task())
        .succeedsWithin(LONG)
        .isInstanceOf(Claim.Busy.class);
    Waiter waiting = Waiter.start(() -> grace.claims().claim(KEY, LONG));
    waiting.thread().interrupt();
    assertThat(waiting.failure()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void the_end_of_a_session_hands_its_claims_over() throws Exception {
    Claim.Granted<String> dead = granted(client.claims().claim(KEY));
    Waiter waiting = Waiter.start(() -> grace.getOrCompute(KEY, () -> "taken over"));

    hub.endSession(SESSION);
    hub.endSession(SESSION);

    assertThat(waiting.result()).isEqualTo("taken over");
    assertThat(dead.isOpen()).isFalse();
  }

  @Test
  void a_session_that_is_over_claims_nothing_and_a_new_one_of_that_id_begins_afresh() {
    hub.endSession(SESSION);

    assertThatThrownBy(() -> client.claims().claim(KEY)).isInstanceOf(CancelledException.class);
    assertThat(grace.underway()).isEmpty();
    granted(hub.as(Caller.of(ADA).inSession(SESSION)).claims().claim(KEY));
  }

  @Test
  void the_end_of_one_session_leaves_the_claims_of_others_alone() {
    Registry other = hub.as(Caller.of(ADA).inSession(new SessionId("ada.2")));
    Claim.Granted<String> granted = granted(other.claims().claim(KEY));

    hub.endSession(SESSION);

    assertThat(granted.isOpen()).isTrue();
  }

  @Test
  void an_owner_of_the_name_and_the_holder_can_break_a_claim_and_nobody_else() {
    Claim.Granted<String> granted = granted(client.claims().claim(KEY));

    assertThatThrownBy(() -> grace.claims().breakClaim(KEY.name()))
        .isInstanceOf(NotPermittedException.class);
    assertThat(granted.isOpen()).isTrue();
    assertThat(hub.registry().claims().breakClaim(KEY.name()))
        .hasValueSatisfying(broken -> assertThat(broken.publisher()).isEqualTo(ADA));
    assertThatThrownBy(() -> granted.publish("late"))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("broken by host");
    assertThat(hub.registry().claims().breakClaim(KEY.name())).isEmpty();

    Claim.Granted<String> again = granted(client.claims().claim(KEY));
    assertThat(client.claims().breakClaim(KEY.name())).isPresent();
    assertThat(again.isOpen()).isFalse();
  }

  @Test
  void whether_there_is_a_claim_is_no_business_of_who_may_not_break_it() {
    Name hers = Name.parse("ada/model");

    assertThatThrownBy(() -> grace.claims().breakClaim(hers))
        .isInstanceOf(NotPermittedException.class);
    granted(client.claims().claim(Key.of(hers, String.class)));
    assertThatThrownBy(() -> grace.claims().breakClaim(hers))
        .isInstanceOf(NotPermittedException.class)
        .hasMessageNotContaining("session");
  }

  @Test
  void a_failure_is_told_to_who_waits_and_to_nobody_else() {
    Claim.Granted<String> granted = granted(client.claims().claim(KEY));
    Waiter waiting = Waiter.start(() -> grace.claims().claim(KEY, LONG));

    granted.fail(new IllegalStateException("no data"));

    assertThat(waiting.failure())
        .isInstanceOf(ComputationFailedException.class)
        .hasMessageContaining("no data");
    assertThat(grace.claims().claim(KEY)).isInstanceOf(Claim.Granted.class);
  }

  @Test
  void an_explicit_publication_ends_the_claim_for_good() {
    Claim.Granted<String> granted = granted(client.claims().claim(KEY));

    grace.publish(KEY, "explicit");

    assertThat(granted.isOpen()).isFalse();
    assertThatThrownBy(() -> granted.publish("late"))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("by grace");
  }

  @Test
  void a_right_that_was_taken_meanwhile_is_missed_at_the_publication() {
    Namespace lab = Namespace.of("lab");
    Key<String> key = Key.of("lab/model", String.class);
    Registry lead = hub.as(Caller.of(Principal.user("lab")));
    lead.access().grant(lab, GRACE, Right.WRITE);
    Claim.Granted<String> granted = granted(grace.claims().claim(key));

    lead.access().revoke(lab, GRACE);

    assertThatThrownBy(() -> granted.publish("x")).isInstanceOf(NotPermittedException.class);
    assertThat(granted.isOpen()).isTrue();
    granted.close();
  }

  private static <T> Claim.Granted<T> granted(Claim<T> claim) {
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    return (Claim.Granted<T>) claim;
  }
}
