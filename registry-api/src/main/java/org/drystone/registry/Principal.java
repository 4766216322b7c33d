package org.drystone.registry;

import java.util.Locale;

/** Whom rights are given to: a user, a group of users, or everyone. */
public record Principal(Kind kind, String name) implements Comparable<Principal> {

  private static final Principal EVERYONE = new Principal(Kind.EVERYONE, "everyone");

  /** The kinds of principal. */
  public enum Kind {
    USER,
    GROUP,
    EVERYONE
  }

  /**
   * Checks the name by the rules of a {@link Namespace}, since each user owns the namespace of that
   * name.
   *
   * @throws InvalidNameException if the name breaks a rule
   */
  public Principal {
    name = NamePart.PRINCIPAL.normalise(name);
  }

  /** The user of that name; as the constructor. */
  public static Principal user(String name) {
    return new Principal(Kind.USER, name);
  }

  /** The group of that name; as the constructor. */
  public static Principal group(String name) {
    return new Principal(Kind.GROUP, name);
  }

  /** Every caller of the hub, with a name or without. */
  public static Principal everyone() {
    return EVERYONE;
  }

  @Override
  public int compareTo(Principal other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }

  /** {@code ada}, {@code group:analysts} or {@code everyone}. */
  @Override
  public String toString() {
    return kind == Kind.GROUP ? kind.name().toLowerCase(Locale.ROOT) + ":" + name : name;
  }
}
