package org.drystone.registry.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.Access;
import org.drystone.registry.Caller;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Removal;
import org.drystone.registry.Right;
import org.drystone.registry.UserLimits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.core.LimitTable;
import org.drystone.registry.internal.core.Listeners;
import org.drystone.registry.spi.Journal;

/** A core that keeps as few revisions as one can, and a way to have it forget. */
final class Forgetful {
  static final Principal HOST = Principal.user("ada");

  private Forgetful() {}

  static Core core() {
    return new Core(
        new Core.Settings(
            HOST,
            Clock.systemUTC(),
            Journal.none(),
            1,
            Duration.ofDays(1),
            List.of(),
            Map.of(),
            Optional.empty(),
            new LimitTable(UserLimits.none(), Map.of()),
            new Listeners(List.of())));
  }

  /** Removes the name, and goes on until no revision is kept that knew it. */
  static void bury(Core core, Name name) {
    new RegistryView(core, Caller.of(HOST)).unpublish(name, Removal::now);
    Principal other = Principal.user("grace");
    Access elsewhere = new RegistryView(core, Caller.of(other)).access();
    while (core.entries.past(name, Long.MAX_VALUE) != null) {
      elsewhere.grant(Namespace.of("grace"), HOST, Right.READ);
      elsewhere.grant(Namespace.of("grace"), HOST, Right.WRITE);
    }
  }
}
