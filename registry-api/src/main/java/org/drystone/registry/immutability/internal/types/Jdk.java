package org.drystone.registry.immutability.internal.types;

/** Tells the JDK's own classes from those that merely carry such a name. */
public final class Jdk {

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private Jdk() {}

  public static boolean defines(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == PLATFORM;
  }
}
