package org.drystone.proofs.races;

import org.drystone.registry.Caller;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;

/** What the races begin with: a hub, a user and her name. */
final class Ada {

  static final Key<Integer> KEY = Key.of("ada/x", Integer.class);
  static final Principal GRACE = Principal.user("grace");

  private static final Caller CALLER = Caller.of(Principal.user("ada"));

  private Ada() {}

  static Registry in(Hub hub) {
    return hub.as(CALLER);
  }
}
