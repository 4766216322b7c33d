package org.drystone.registry.immutability;

import java.net.URL;
import java.net.URLClassLoader;

/** Looks for classes itself before it asks its parent, as loaders of users' jars often do. */
final class ChildFirst extends URLClassLoader {

  ChildFirst(URL[] places, ClassLoader parent) {
    super(places, parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      try {
        return known != null ? known : findClass(name);
      } catch (ClassNotFoundException e) {
        return super.loadClass(name, resolve);
      }
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }
}
