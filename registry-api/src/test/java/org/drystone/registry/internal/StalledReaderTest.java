package org.drystone.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import org.drystone.registry.Caller;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
import org.drystone.registry.Principal;
import org.drystone.registry.Query;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.reading.Lister;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader finds that has taken its revision, and then stalls until that is not kept. */
class StalledReaderTest {

  private static final Principal ADA = Principal.user("ada");
  private static final Principal GRACE = Principal.user("grace");
  private static final Key<String> KEY = Key.of("ada/x", String.class);

  private final Core core = Forgetful.core();
  private final Registry ada = new RegistryView(core, Caller.of(ADA));

  private boolean stalled;

  @BeforeEach
  void publish() {
    publishAndShare();
  }

  @AfterEach
  void close() {
    core.close();
  }

  @Test
  void finds_a_name_that_was_forgotten_and_is_there_again() {
    Resolver resolver = new Resolver(core, reader(ADA));

    Label found =
        stalling(
            () -> {
              bury();
              publishAndShare();
            },
            revision -> resolver.require(KEY, revision).label());

    assertThat(found.version()).isEqualTo(2);
  }

  @Test
  void finds_a_right_that_was_forgotten_and_is_there_again() {
    Right right =
        stalling(
            () -> {
              bury();
              publishAndShare();
            },
            revision -> core.rights.of(reader(GRACE), KEY.name(), revision));

    assertThat(right).isEqualTo(Right.READ);
  }

  @Test
  void lists_what_was_there_at_the_position_that_is_told() {
    Lister lister = new Lister(core, reader(ADA), new Resolver(core, reader(ADA)));

    Listing listing = stalling(this::bury, revision -> lister.list(Query.all(), revision));

    assertThat(listing.labels()).isEmpty();
    assertThat(listing.position()).isEqualTo(ada.position());
  }

  /** Reads the present; the first time, all of that happens after the revision was taken. */
  private <R> R stalling(Runnable meanwhile, LongFunction<R> reading) {
    return core.present(
        revision -> {
          if (!stalled) {
            stalled = true;
            meanwhile.run();
          }
          return reading.apply(revision);
        });
  }

  private void publishAndShare() {
    ada.publish(KEY, "tea");
    ada.access().grant(KEY.name(), GRACE, Right.READ);
  }

  private void bury() {
    Forgetful.bury(core, KEY.name());
  }

  private Reader reader(Principal user) {
    Caller caller = Caller.of(user);
    return new Reader(caller, ADA, core.sessions.of(caller));
  }
}
