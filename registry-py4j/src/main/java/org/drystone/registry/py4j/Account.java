package org.drystone.registry.py4j;

import java.util.Set;
import org.drystone.registry.Caller;
import org.drystone.registry.Principal;
import org.drystone.registry.SessionId;
import org.drystone.registry.py4j.spi.GatewayRight;

/** A user who may come in. The secret itself is known to nobody but the user. */
record Account(Principal user, Set<Principal> groups, GatewayRight right, SecretHash hash) {

  Account {
    groups = Set.copyOf(groups);
  }

  /** The user as a caller of the registry, in that session. */
  Caller caller(SessionId session) {
    return Caller.of(user).inGroups(groups).inSession(session);
  }
}
