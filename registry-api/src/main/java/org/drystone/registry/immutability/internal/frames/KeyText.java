package org.drystone.registry.immutability.internal.frames;

import org.drystone.registry.immutability.internal.types.Jdk;
import org.jspecify.annotations.Nullable;

/** Shows a map's key within a path, without running code that is not ours or the JDK's. */
final class KeyText {

  private static final int LONGEST = 40;

  private KeyText() {}

  static void append(StringBuilder path, @Nullable Object key, long index) {
    path.append('[');
    if (key instanceof String text) {
      path.append('"').append(shortened(text)).append('"');
    } else if (key == null || (key instanceof Number && Jdk.defines(key.getClass()))) {
      path.append(key);
    } else if (key instanceof Enum<?> constant) {
      path.append(constant.name());
    } else {
      path.append("value ").append(index);
    }
    path.append(']');
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "..";
  }
}
