package org.drystone.registry.immutability.internal.known;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Objects;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.jspecify.annotations.Nullable;

/** Where classes come from. */
final class Provider {

  private Provider() {}

  /** Whether a subtype comes from the very library (the JDK is one) that its supertype is from. */
  static boolean isSame(Class<?> supertype, Class<?> subtype) {
    return Jdk.defines(supertype)
        ? Jdk.defines(subtype)
        : supertype.getClassLoader() == subtype.getClassLoader()
            && Objects.equals(place(supertype), place(subtype));
  }

  private static @Nullable String place(Class<?> type) {
    ProtectionDomain domain = type.getProtectionDomain();
    CodeSource source = domain == null ? null : domain.getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null ? null : location.toString();
  }
}
