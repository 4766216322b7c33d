package org.drystone.registry.py4j;

import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Scope;

/**
 * The texts of scopes and principals: a namespace ends with a slash, a group begins with its kind.
 */
final class Scopes {

  private static final String GROUP = "group:";

  private Scopes() {}

  /**
   * A namespace if a slash stands at the end, otherwise a name.
   *
   * @throws org.drystone.registry.InvalidNameException if it is neither
   */
  static Scope parse(String text) {
    return text.endsWith("/")
        ? Namespace.of(text.substring(0, text.length() - 1))
        : Name.parse(text);
  }

  static String text(Scope scope) {
    return scope instanceof Namespace ? scope + "/" : scope.toString();
  }

  /**
   * {@code everyone}, {@code group:analysts}, or a user.
   *
   * @throws org.drystone.registry.InvalidNameException if the text breaks the rules of names
   */
  static Principal principal(String text) {
    if (text.equals(Principal.everyone().toString())) {
      return Principal.everyone();
    }
    return text.startsWith(GROUP)
        ? Principal.group(text.substring(GROUP.length()))
        : Principal.user(text);
  }
}
