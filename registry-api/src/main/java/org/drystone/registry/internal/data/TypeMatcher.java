package org.drystone.registry.internal.data;

import com.google.common.reflect.TypeToken;
import java.lang.reflect.Type;
import org.drystone.registry.Ref;
import org.drystone.registry.TypeMismatchException;

/** Decides whether a value of one type can be read as another. */
public final class TypeMatcher {

  private TypeMatcher() {}

  public static boolean isSubtype(Type type, Type of) {
    return TypeToken.of(type).isSubtypeOf(wrapped(of));
  }

  /** The class without type arguments. */
  static Class<?> rawType(Type type) {
    return wrapped(type).getRawType();
  }

  private static TypeToken<?> wrapped(Type type) {
    return TypeToken.of(type).wrap();
  }

  /** What to tell whose reference expects another type than the actual one. */
  public static TypeMismatchException mismatch(Ref<?> ref, Type actual) {
    return new TypeMismatchException(
        ref + " cannot be read as " + ref.type().type().getTypeName(),
        "it was published as " + actual.getTypeName(),
        "Ask for that type, or for a supertype of it");
  }
}
