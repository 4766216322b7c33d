package org.drystone.registry.testkit.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.drystone.registry.Caller;
import org.drystone.registry.Hub;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.junit.jupiter.api.AfterEach;

/**
 * One part of the {@link RegistryContract}: for each of its tests a new hub, with two users and a
 * host, who owns {@code shared}.
 */
abstract class Facet {

  static final Principal ADA = Principal.user("ada");
  static final Principal GRACE = Principal.user("grace");

  /** Long enough for what must happen, and an end for what hangs. */
  static final Duration LONG = Duration.ofMinutes(1);

  /** What the clock says until a test lets it go on. */
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Supplier<Hub.Builder> hubs;

  final SteppingClock clock = new SteppingClock(NOON);
  final Hub hub;
  final Registry ada;
  final Registry grace;

  Facet(Supplier<Hub.Builder> hubs) {
    this(hubs, with -> with);
  }

  Facet(Supplier<Hub.Builder> hubs, UnaryOperator<Hub.Builder> settings) {
    this.hubs = hubs;
    Hub.Builder plain = hubs.get().clock(clock).host(Principal.user("host"));
    hub = settings.apply(plain).open();
    ada = hub.as(Caller.of(ADA));
    grace = hub.as(Caller.of(GRACE));
  }

  /** A hub that knows nothing of the first; the test closes it. */
  Hub another() {
    return hubs.get().open();
  }

  @AfterEach
  void closeHub() {
    hub.close();
  }
}
