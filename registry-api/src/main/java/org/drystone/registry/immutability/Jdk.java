package org.drystone.registry.immutability;

/** Tells the JDK's own classes from those that merely carry such a name. */
final class Jdk {

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private Jdk() {}

  static boolean defines(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == PLATFORM;
  }
}
