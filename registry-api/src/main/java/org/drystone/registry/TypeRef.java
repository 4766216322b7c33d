package org.drystone.registry;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;

/**
 * A Java type with its type arguments, captured by an empty subclass: {@code new
 * TypeRef<List<Flight>>() {}}.
 *
 * <p>{@link #of(TypeRef)} and every key keep only the {@link Type}, never the anonymous subclass,
 * which would pin the object that created it.
 *
 * @param <T> the type
 */
public class TypeRef<T> {

  private final Type type;

  /**
   * Captures the type argument of the subclass.
   *
   * @throws InvalidArgumentException if the subclass gives none, or one with a type variable
   */
  protected TypeRef() {
    this.type = argumentOf(getClass());
  }

  private TypeRef(Type type) {
    this.type = type;
  }

  /** The type of a class without type arguments. */
  public static <T> TypeRef<T> of(Class<T> type) {
    return new TypeRef<>(type);
  }

  /** Wraps a type that is known only at run time. */
  public static TypeRef<?> ofType(Type type) {
    return new TypeRef<>(checked(type));
  }

  /** The same type, without a reference to the subclass that captured it. */
  static <T> TypeRef<T> of(TypeRef<T> captured) {
    return captured.getClass() == TypeRef.class ? captured : new TypeRef<>(captured.type);
  }

  /** The type. */
  public final Type type() {
    return type;
  }

  private static Type argumentOf(Class<?> token) {
    if (token.getGenericSuperclass() instanceof ParameterizedType superclass
        && superclass.getRawType() == TypeRef.class) {
      return checked(superclass.getActualTypeArguments()[0]);
    }
    throw new InvalidArgumentException(
        "The type token " + token.getName() + " captures no type",
        "it is not a direct subclass of TypeRef with a type argument",
        "Write new TypeRef<List<String>>() {}");
  }

  private static Type checked(Type type) {
    if (type instanceof TypeVariable) {
      throw new InvalidArgumentException(
          "The type token captures no type",
          "its argument is the type variable " + type.getTypeName(),
          "Create the token where the type is known, or use TypeRef.of(Class)");
    }
    return type;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof TypeRef<?> that && type.equals(that.type);
  }

  @Override
  public final int hashCode() {
    return type.hashCode();
  }

  @Override
  public final String toString() {
    return type.getTypeName();
  }
}
