package org.drystone.registry;

/**
 * A reference to a version: a {@link Key} (the latest), {@code name:v3} (that {@linkplain
 * VersionRef version}) or {@code name@prod} (an {@linkplain AliasRef alias}).
 *
 * @param <T> the type that the reader expects
 */
public sealed interface Ref<T> permits Key, VersionRef, AliasRef {

  /** The entry that this refers to. */
  Name name();

  /** The type that a value must have to be read through this reference. */
  TypeRef<T> type();

  /**
   * Parses {@code name}, {@code name:v3} or {@code name@prod}, for any type.
   *
   * @throws InvalidNameException if the text is no reference
   */
  static Ref<Object> parse(String text) {
    return parse(text, Object.class);
  }

  /**
   * Parses {@code name}, {@code name:v3} or {@code name@prod}.
   *
   * @throws InvalidNameException if the text is no reference
   */
  static <T> Ref<T> parse(String text, Class<T> type) {
    return RefParser.parse(text, TypeRef.of(type));
  }

  /**
   * Parses {@code name}, {@code name:v3} or {@code name@prod}.
   *
   * @throws InvalidNameException if the text is no reference
   */
  static <T> Ref<T> parse(String text, TypeRef<T> type) {
    return RefParser.parse(text, TypeRef.of(type));
  }
}
