package org.drystone.registry.internal.data;

import com.google.common.reflect.TypeToken;
import java.lang.reflect.Type;
import org.drystone.registry.Ref;
import org.drystone.registry.TypeMismatchException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a value of one type can be read as another. Remembers the last answer that was
 * yes: asking Guava costs more than the whole rest of a read.
 */
public final class TypeMatcher {

  private final Type actual;
  private volatile @Nullable Type accepted;

  public TypeMatcher(Type actual) {
    this.actual = actual;
  }

  /**
   * Checks the type that a reference expects.
   *
   * @throws TypeMismatchException if the value has another one
   */
  public void require(Ref<?> ref) {
    Type wanted = ref.type().type();
    if (!accepts(wanted)) {
      throw mismatch(ref, wanted);
    }
  }

  public boolean accepts(Type wanted) {
    Type known = accepted;
    if (wanted == Object.class || wanted.equals(known)) {
      return true;
    }
    if (!isSubtype(actual, wanted)) {
      return false;
    }
    accepted = wanted;
    return true;
  }

  static boolean isSubtype(Type type, Type of) {
    return TypeToken.of(type).isSubtypeOf(wrapped(of));
  }

  /** The class without type arguments. */
  static Class<?> rawType(Type type) {
    return TypeToken.of(type).wrap().getRawType();
  }

  private static TypeToken<?> wrapped(Type type) {
    return TypeToken.of(type).wrap();
  }

  private TypeMismatchException mismatch(Ref<?> ref, Type wanted) {
    return new TypeMismatchException(
        ref + " cannot be read as " + wanted.getTypeName(),
        "it was published as " + actual.getTypeName(),
        "Ask for that type, or for a supertype of it");
  }
}
