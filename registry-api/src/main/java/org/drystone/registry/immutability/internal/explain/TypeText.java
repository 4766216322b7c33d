package org.drystone.registry.immutability.internal.explain;

import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.MalformedParameterizedTypeException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.drystone.registry.immutability.internal.types.ShortName;

/** Shows the types of fields as they are declared, without packages. */
final class TypeText {

  private TypeText() {}

  /** {@code Map<String, List<? extends Row>>}; without what cannot be loaded. */
  static String of(Field field) {
    try {
      return text(field.getGenericType());
    } catch (LinkageError | TypeNotPresentException | MalformedParameterizedTypeException e) {
      return ShortName.of(field.getType());
    }
  }

  private static String text(Type type) {
    if (type instanceof Class<?> plain) {
      return ShortName.of(plain);
    }
    if (type instanceof ParameterizedType generic) {
      return text(generic.getRawType()) + "<" + texts(generic.getActualTypeArguments(), ", ") + ">";
    }
    if (type instanceof GenericArrayType array) {
      return text(array.getGenericComponentType()) + "[]";
    }
    return type instanceof WildcardType wildcard ? text(wildcard) : type.getTypeName();
  }

  private static String text(WildcardType wildcard) {
    if (wildcard.getLowerBounds().length > 0) {
      return "? super " + texts(wildcard.getLowerBounds(), " & ");
    }
    Type[] bounds = wildcard.getUpperBounds();
    return Arrays.equals(bounds, new Type[] {Object.class})
        ? "?"
        : "? extends " + texts(bounds, " & ");
  }

  private static String texts(Type[] types, String divider) {
    return Arrays.stream(types).map(TypeText::text).collect(Collectors.joining(divider));
  }
}
