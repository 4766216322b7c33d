package org.drystone.registry.immutability.internal.classfiles;

import java.util.LinkedHashSet;
import java.util.Set;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.jspecify.annotations.Nullable;

/**
 * The class loaders of the code that a proof follows. A name means nothing certain where two of
 * them mean different classes by it, as those do that ask their parent last.
 */
final class Loaders {

  private final @Nullable ClassLoader first;

  /** The others that define classes whose code may be followed. */
  private final Set<ClassLoader> others = new LinkedHashSet<>();

  /** Of one that finds everything that is asked for. */
  Loaders(@Nullable ClassLoader first) {
    this.first = first;
  }

  /** Takes note that code of that class is followed as well. */
  void add(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader != null && loader != first && !Jdk.defines(type)) {
      others.add(loader);
    }
  }

  /** The class that all of them mean by a name that may have slashes; null if there is none. */
  @Nullable Class<?> find(String name) {
    Class<?> found = find(name.replace('/', '.'), first);
    if (found == null || others.stream().anyMatch(loader -> meansOther(loader, found))) {
      return null;
    }
    add(found);
    return found;
  }

  private static boolean meansOther(ClassLoader loader, Class<?> found) {
    Class<?> other = find(found.getName(), loader);
    return other != null && other != found;
  }

  private static @Nullable Class<?> find(String name, @Nullable ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }
}
