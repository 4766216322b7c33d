package org.drystone.registry.internal.core;

import java.util.Map;
import org.drystone.registry.Principal;
import org.drystone.registry.UserLimits;

/** The limits of all users. */
public record LimitTable(UserLimits forEach, Map<Principal, UserLimits> own) {

  public LimitTable {
    own = Map.copyOf(own);
  }

  public UserLimits of(Principal user) {
    return own.getOrDefault(user, forEach);
  }
}
