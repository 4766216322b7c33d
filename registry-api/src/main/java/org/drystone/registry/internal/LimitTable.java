package org.drystone.registry.internal;

import java.util.Map;
import org.drystone.registry.Principal;
import org.drystone.registry.UserLimits;

/** The limits of all users. */
record LimitTable(UserLimits forEach, Map<Principal, UserLimits> own) {

  LimitTable {
    own = Map.copyOf(own);
  }

  UserLimits of(Principal user) {
    return own.getOrDefault(user, forEach);
  }
}
