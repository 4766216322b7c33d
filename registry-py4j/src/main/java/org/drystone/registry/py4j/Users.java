package org.drystone.registry.py4j;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Principal;
import org.drystone.registry.py4j.spi.GatewayRight;

/**
 * Who may come in through a gateway, each with a token of their own. Only hashes of the tokens are
 * kept. Safe for use by several threads; users can be added while a gateway runs.
 */
public final class Users {

  private static final int SECRET_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final ConcurrentMap<Principal, Account> accounts = new ConcurrentHashMap<>();

  private Users() {}

  /** Nobody yet. */
  public static Users create() {
    return new Users();
  }

  /**
   * As {@link #add(Principal, Set, GatewayRight)}, for a user in no group.
   *
   * @throws org.drystone.registry.InvalidNameException if the text is no user's name
   */
  public String add(String user, GatewayRight right) {
    return add(Principal.user(user), Set.of(), right);
  }

  /**
   * Lets a user in.
   *
   * @return the user's token: 256 random bits as URL-safe Base64. It is told this once
   * @throws InvalidArgumentException if that is no user, one of the groups is no group, or the user
   *     is there already
   */
  public String add(Principal user, Set<Principal> groups, GatewayRight right) {
    require(user, Principal.Kind.USER);
    groups.forEach(group -> require(group, Principal.Kind.GROUP));
    String secret = newSecret();
    Account account = new Account(user, groups, right, SecretHash.of(secret));
    if (accounts.putIfAbsent(user, account) != null) {
      throw new InvalidArgumentException(
          "The user " + user + " was not added",
          "there is a user of that name already",
          "Add each user once; a token that was lost cannot be shown again");
    }
    return secret;
  }

  /** Whose secret this is. Looks at every account, so that the time tells nothing. */
  Optional<Account> owning(String secret) {
    SecretHash hash = SecretHash.of(secret);
    Optional<Account> found = Optional.empty();
    for (Account account : accounts.values()) {
      if (account.hash().matches(hash)) {
        found = Optional.of(account);
      }
    }
    return found;
  }

  private String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void require(Principal principal, Principal.Kind kind) {
    if (principal.kind() != kind) {
      throw new InvalidArgumentException(
          "\"" + principal + "\" cannot be added",
          "users are added, and they are in groups",
          "Use Principal.user for the user and Principal.group for the groups");
    }
  }
}
