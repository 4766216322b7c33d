package org.drystone.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.drystone.registry.Alias;
import org.drystone.registry.AliasRef;
import org.drystone.registry.Caller;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.Retention;
import org.drystone.registry.Right;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hub in which names come and go must not grow with those that went. */
class ForgottenNameTest {

  private static final Key<String> KEY = Key.of("ada/x", String.class);

  private final Core core = Forgetful.core();
  private final Registry ada = new RegistryView(core, Caller.of(Forgetful.HOST));
  private final Registry grace = new RegistryView(core, Caller.of(Principal.user("grace")));

  @AfterEach
  void close() {
    core.close();
  }

  @Test
  void leaves_nothing_of_what_was_said_of_it() throws Exception {
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    Map<Reference<?>, String> left = sayAndWatch(collected);

    Forgetful.bury(core, KEY.name());

    for (int attempt = 0; attempt < 100 && !left.isEmpty(); attempt++) {
      System.gc();
      left.remove(collected.remove(100));
    }
    assertThat(left.values()).isEmpty();
  }

  @Test
  void keeps_its_last_number_and_begins_without_any_of_it() {
    say(Alias.of("prod"), Retention.keepingLast(7), Set.of(Forgetful.HOST), "moved", "please");
    Forgetful.bury(core, KEY.name());

    Label again = ada.publish(KEY, "coffee");

    assertThat(again.version()).isEqualTo(2);
    assertThat(ada.aliases().history(KEY.alias("prod"))).isEmpty();
    assertThat(ada.aliases().movers(KEY.alias("prod"))).isEmpty();
    assertThat(ada.removals().rule(KEY.name())).isEmpty();
    assertThat(ada.read(KEY).deprecation()).isEmpty();
    assertThat(ada.access().requests(KEY.name())).isEmpty();
  }

  @Test
  void leaves_nothing_of_those_who_waited_for_it_in_vain() throws Exception {
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    Reference<?> missing = waitInVain(collected);

    for (int attempt = 0; attempt < 100 && !missing.refersTo(null); attempt++) {
      System.gc();
      collected.remove(100);
    }
    assertThat(missing.refersTo(null)).isTrue();
  }

  /** Two wait for a name at once, and give up; what keeps the name is left to be found. */
  private Reference<?> waitInVain(ReferenceQueue<Object> collected) throws Exception {
    Key<String> missing = Key.of("ada/missing", String.class);
    Thread patient = new Thread(() -> awaitOneMinute(missing));
    patient.start();
    while (patient.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertThat(ada.await(missing, Duration.ofMillis(1))).isEmpty();
    patient.interrupt();
    patient.join(Duration.ofMinutes(1).toMillis());
    return new WeakReference<>(missing.name(), collected);
  }

  private void awaitOneMinute(Key<String> missing) {
    try {
      ada.await(missing, Duration.ofMinutes(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says all that can be said of a name; what keeps the words is left to be found. */
  private Map<Reference<?>, String> sayAndWatch(ReferenceQueue<Object> collected) {
    Alias alias = Alias.of("prod");
    Retention rule = Retention.keepingLast(7);
    Set<Principal> movers = Set.of(Principal.user("ada"));
    String deprecation = new String("moved");
    String request = new String("please");
    say(alias, rule, movers, deprecation, request);
    return Map.of(
            "alias", alias,
            "rule", rule,
            "movers of the alias", movers,
            "deprecation", deprecation,
            "request", request)
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                said -> new WeakReference<>(said.getValue(), collected), Map.Entry::getKey));
  }

  private void say(
      Alias alias, Retention rule, Set<Principal> movers, String deprecation, String request) {
    VersionId tea = ada.publish(KEY, "tea").id();
    AliasRef<String> ref = new AliasRef<>(KEY.name(), alias, KEY.type());
    ada.aliases().set(ref, tea);
    ada.aliases().protect(ref, movers);
    ada.removals().retain(KEY.name(), rule);
    ada.advice().deprecate(KEY, deprecation);
    grace.access().ask(KEY.name(), Right.READ, request);
    grace.access().decline(KEY.name(), Principal.user("grace"));
  }
}
