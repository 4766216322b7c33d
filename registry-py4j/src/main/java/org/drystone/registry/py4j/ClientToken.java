package org.drystone.registry.py4j;

import java.util.Optional;
import java.util.regex.Pattern;
import org.drystone.registry.InvalidArgumentException;

/**
 * What a client shows: the user's secret and, if the program has one, the name of its session.
 *
 * @param secret the user's secret
 * @param session the part after the dot
 */
record ClientToken(String secret, Optional<String> session) {

  private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /**
   * Takes {@code <secret>} or {@code <secret>.<session>} apart.
   *
   * @throws InvalidArgumentException if what follows the dot cannot name a session
   */
  static ClientToken parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      return new ClientToken(text, Optional.empty());
    }
    String session = text.substring(dot + 1);
    if (!SESSION.matcher(session).matches()) {
      throw new InvalidArgumentException(
          "The token names no session",
          "after the dot stand 1 to 64 letters, digits, - or _",
          "Use <token>.<random letters and digits>, or the token alone");
    }
    return new ClientToken(text.substring(0, dot), Optional.of(session));
  }

  /** The whole token. */
  String text() {
    return secret + session.map(name -> "." + name).orElse("");
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "token" + session.map(text -> " of session " + text).orElse("");
  }
}
