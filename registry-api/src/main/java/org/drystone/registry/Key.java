package org.drystone.registry;

/**
 * A name and the type of what it holds: the reference to the latest version, and the only reference
 * that can be published to.
 *
 * @param <T> the type
 */
public record Key<T>(Name name, TypeRef<T> type) implements Ref<T> {

  /** As {@link #of(Name, TypeRef)}. */
  public Key {
    type = TypeRef.of(type);
  }

  /** The key of that name and type. */
  public static <T> Key<T> of(Name name, TypeRef<T> type) {
    return new Key<>(name, type);
  }

  /** The key of that name and class. */
  public static <T> Key<T> of(Name name, Class<T> type) {
    return new Key<>(name, TypeRef.of(type));
  }

  /**
   * Parses the name, as {@link Name#parse}.
   *
   * @throws InvalidNameException if the text is no name
   */
  public static <T> Key<T> of(String name, TypeRef<T> type) {
    return new Key<>(Name.parse(name), type);
  }

  /**
   * Parses the name, as {@link Name#parse}.
   *
   * @throws InvalidNameException if the text is no name
   */
  public static <T> Key<T> of(String name, Class<T> type) {
    return new Key<>(Name.parse(name), TypeRef.of(type));
  }

  /**
   * That version of this name.
   *
   * @throws InvalidArgumentException if the number is not positive
   */
  public VersionRef<T> version(long number) {
    return new VersionRef<>(name, number, type);
  }

  /**
   * The version that the alias points to when it is read.
   *
   * @throws InvalidNameException if the text is no alias
   */
  public AliasRef<T> alias(String alias) {
    return new AliasRef<>(name, Alias.of(alias), type);
  }

  /** The canonical text, {@code namespace/name}. */
  @Override
  public String toString() {
    return name.toString();
  }
}
