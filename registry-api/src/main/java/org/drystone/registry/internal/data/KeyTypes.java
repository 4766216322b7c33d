package org.drystone.registry.internal.data;

import java.lang.reflect.Type;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.TypeMismatchException;

/** The types on the publishing side. */
public final class KeyTypes {

  private KeyTypes() {}

  /**
   * Checks what a caller may have handed in past the compiler.
   *
   * @throws InvalidArgumentException if the value is null
   * @throws TypeMismatchException if the value is not of the class of the key
   */
  @SuppressWarnings("ConstantValue")
  public static void requireInstance(Key<?> key, Object value) {
    if (value == null) {
      throw new InvalidArgumentException(
          "null cannot be published as " + key,
          "a name leads to a value or to nothing",
          "Publish a value, such as Optional.empty()");
    }
    if (!TypeMatcher.rawType(key.type().type()).isInstance(value)) {
      throw mismatch(key, value.getClass());
    }
  }

  /**
   * The type under which the version can be read. What the adapter says is exact; for a plain
   * object it is only the class, and the key knows the type arguments.
   */
  public static Type published(Key<?> key, Type admitted) {
    Type wanted = key.type().type();
    if (wanted == Object.class || TypeMatcher.isSubtype(admitted, wanted)) {
      return admitted;
    }
    boolean argumentsUnknown = admitted instanceof Class<?> || CopyTypes.isOfAnything(admitted);
    if (argumentsUnknown && fitsRaw(admitted, wanted)) {
      return wanted;
    }
    throw mismatch(key, admitted);
  }

  private static boolean fitsRaw(Type admitted, Type wanted) {
    return !(wanted instanceof Class<?>)
        && TypeMatcher.rawType(wanted).isAssignableFrom(TypeMatcher.rawType(admitted));
  }

  private static TypeMismatchException mismatch(Key<?> key, Type actual) {
    return new TypeMismatchException(
        "The value was not published as " + key,
        "the key is of " + key.type() + ", and the value of " + actual.getTypeName(),
        "Use a key of the type of the value");
  }
}
