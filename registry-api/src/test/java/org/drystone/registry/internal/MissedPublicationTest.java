package org.drystone.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.drystone.registry.Caller;
import org.drystone.registry.Change;
import org.drystone.registry.CompactedException;
import org.drystone.registry.Key;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.Removal;
import org.drystone.registry.Right;
import org.drystone.registry.VersionId;
import org.drystone.registry.Watch;
import org.drystone.registry.internal.core.Core;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A watch is told that it missed a publication, however much of it was forgotten since. */
class MissedPublicationTest {

  private static final Key<String> KEY = Key.of("ada/x", String.class);

  private final Core core = Forgetful.core();
  private final Registry ada = new RegistryView(core, Caller.of(Forgetful.HOST));

  @AfterEach
  void close() {
    core.close();
  }

  @Test
  void although_a_later_version_took_the_place_of_the_one_that_was_missed() {
    ada.publish(KEY, "tea");
    try (Watch watch = publications(KEY.name())) {
      VersionId missed = ada.publish(KEY, "coffee").id();
      ada.unpublish(missed, Removal::now);
      passRevisions();
      ada.publish(KEY, "milk");

      assertThat(ada.versions(KEY.name())).hasSize(2);
      assertMissed(watch);
    }
  }

  @Test
  void although_nothing_is_left_of_the_name() {
    try (Watch watch = publications(KEY.name())) {
      ada.publish(KEY, "tea");
      Forgetful.bury(core, KEY.name());

      assertMissed(watch);
    }
  }

  @Test
  void but_not_of_one_that_it_had_seen() throws InterruptedException {
    VersionId seen = ada.publish(KEY, "coffee").id();
    ada.publish(KEY, "tea");
    try (Watch watch = publications(KEY.name())) {
      ada.unpublish(seen, Removal::now);
      passRevisions();
      ada.publish(KEY, "milk");

      assertThat(watch.next(Duration.ofSeconds(30)))
          .map(commit -> commit.changes().size())
          .hasValue(1);
    }
  }

  private Watch publications(Name name) {
    return ada.changes().of(name).only(Set.of(Change.Published.class)).fromNow();
  }

  private static void assertMissed(Watch watch) {
    assertThatThrownBy(() -> watch.next(Duration.ofSeconds(30)))
        .isInstanceOf(CompactedException.class);
  }

  /** Goes on until nobody can ask any more for what was removed. */
  private void passRevisions() {
    long until = core.revision();
    Registry grace = new RegistryView(core, Caller.of(Principal.user("grace")));
    while (core.history.horizon(core.revision()) <= until) {
      grace.access().grant(Namespace.of("grace"), Forgetful.HOST, Right.READ);
      grace.access().revoke(Namespace.of("grace"), Forgetful.HOST);
    }
  }
}
