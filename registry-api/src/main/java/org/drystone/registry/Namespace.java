package org.drystone.registry;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;

/**
 * The first part of a {@link Name}; also the scope of rights that hold for all names in it.
 *
 * <p>{@link #SHARED} is the namespace that everyone reads and creates in; each user owns the
 * namespace of the user's own name, which is private until granted.
 */
public final class Namespace implements Scope, Comparable<Namespace> {

  /** Equal ones are one object, so that many names of one namespace are small and compare fast. */
  private static final Interner<Namespace> ALL = Interners.newWeakInterner();

  /** The namespace of names that were written without one. */
  public static final Namespace SHARED = ALL.intern(new Namespace("shared"));

  private final String text;

  private Namespace(String text) {
    this.text = text;
  }

  /**
   * Returns the namespace of that name, normalised to NFC.
   *
   * @throws InvalidNameException if the text breaks a rule of {@link Name}
   */
  public static Namespace of(String text) {
    return ALL.intern(new Namespace(NamePart.NAMESPACE.normalise(text)));
  }

  /** Returns the name {@code simpleName} in this namespace; as {@link Name#of}. */
  public Name name(String simpleName) {
    return Name.of(this, simpleName);
  }

  @Override
  public Namespace namespace() {
    return this;
  }

  @Override
  public int compareTo(Namespace other) {
    return text.compareTo(other.text);
  }

  @Override
  public boolean equals(Object other) {
    return other == this || (other instanceof Namespace that && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
