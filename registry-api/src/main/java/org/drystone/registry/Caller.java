package org.drystone.registry;

import java.util.Optional;
import java.util.Set;

/**
 * On whose behalf the registry acts.
 *
 * @param user the user
 * @param groups the groups that the user is in; unmodifiable
 * @param session the client program, if the call comes from one
 */
public record Caller(Principal user, Set<Principal> groups, Optional<SessionId> session) {

  /**
   * Checks the kinds and copies the set.
   *
   * @throws InvalidArgumentException if {@code user} is no user, or a group no group
   */
  public Caller {
    require(user, Principal.Kind.USER);
    groups = Set.copyOf(groups);
    groups.forEach(group -> require(group, Principal.Kind.GROUP));
  }

  /** A caller in no group and without a session. */
  public static Caller of(Principal user) {
    return new Caller(user, Set.of(), Optional.empty());
  }

  /** The same caller, in that session. */
  public Caller inSession(SessionId session) {
    return new Caller(user, groups, Optional.of(session));
  }

  /** The same caller, in exactly these groups. */
  public Caller inGroups(Set<Principal> groups) {
    return new Caller(user, groups, session);
  }

  private static void require(Principal principal, Principal.Kind kind) {
    if (principal.kind() != kind) {
      throw new InvalidArgumentException(
          "\"" + principal + "\" cannot stand here",
          "it is no " + kind.name().toLowerCase(java.util.Locale.ROOT),
          "Use Principal.user for the caller and Principal.group for the groups");
    }
  }
}
