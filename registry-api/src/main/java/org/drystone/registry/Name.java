package org.drystone.registry;

/**
 * The name of an entry: exactly {@code namespace/name}.
 *
 * <p>Both parts are normalised to NFC, case-sensitive, of 1 to 128 code points. Single inner spaces
 * are allowed ("my new shiny DataFrame"). Refused inside a part are {@code / : @}, control, format
 * (but U+200C and U+200D between letters of scripts that need them), surrogate, private-use,
 * unassigned and line-separator characters, other spaces, and what is not seen, such as variation
 * selectors. A name is validated when it is created and never again.
 */
public final class Name implements Scope, Comparable<Name> {

  private final Namespace namespace;
  private final String simpleName;
  private final int hash;

  private Name(Namespace namespace, String simpleName) {
    this.namespace = namespace;
    this.simpleName = simpleName;
    this.hash = 31 * namespace.hashCode() + simpleName.hashCode();
  }

  /**
   * Returns the name of these two parts.
   *
   * @throws InvalidNameException if the simple name breaks a rule
   */
  public static Name of(Namespace namespace, String simpleName) {
    return new Name(namespace, NamePart.SIMPLE_NAME.normalise(simpleName));
  }

  /**
   * Parses {@code namespace/name}, or a bare {@code name}, which means the namespace {@code
   * shared}.
   *
   * @throws InvalidNameException if the text is no name; a reference with a version or an alias is
   *     none
   */
  public static Name parse(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? of(Namespace.SHARED, text)
        : of(Namespace.of(text.substring(0, slash)), text.substring(slash + 1));
  }

  @Override
  public Namespace namespace() {
    return namespace;
  }

  /** The part after the slash. */
  public String simpleName() {
    return simpleName;
  }

  @Override
  public int compareTo(Name other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : simpleName.compareTo(other.simpleName);
  }

  @Override
  public boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    return other instanceof Name that
        && hash == that.hash
        && simpleName.equals(that.simpleName)
        && namespace.equals(that.namespace);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The canonical text, {@code namespace/name}; {@link #parse} of it gives an equal name. */
  @Override
  public String toString() {
    return namespace + "/" + simpleName;
  }
}
