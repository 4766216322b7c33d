package org.drystone.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.jar.JarFile;

/**
 * Classes of the libraries that the benchmarks use anyway, in an order that never changes, from
 * class loaders of their own.
 */
final class SampleClasses implements AutoCloseable {

  /** Libraries with many kinds of classes: collections, parsers, numbers. */
  private static final List<String> LIBRARIES =
      List.of("guava", "asm", "commons-math3", "jopt-simple", "jmh-core");

  private static final long SEED = 20_260_101;

  private final List<URLClassLoader> loaders = new ArrayList<>();
  private final List<Class<?>> classes;

  /** Takes so many classes of which there can be objects. */
  SampleClasses(int size) {
    List<Class<?>> all = new ArrayList<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (isLibrary(Path.of(path))) {
        all.addAll(load(Path.of(path).toAbsolutePath()));
      }
    }
    Collections.shuffle(all, new Random(SEED));
    this.classes = all.stream().filter(SampleClasses::hasObjects).limit(size).toList();
  }

  /** An object of one of the classes, in which nothing is set. */
  Object emptyObject(int number) throws ReflectiveOperationException {
    return emptyObject(classes.get(number % classes.size()));
  }

  @Override
  public void close() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }

  private static boolean isLibrary(Path path) {
    String file = path.getFileName().toString();
    return file.endsWith(".jar") && LIBRARIES.stream().anyMatch(file::startsWith);
  }

  private List<Class<?>> load(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null);
      loaders.add(loader);
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class") && !name.contains("-"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .<Class<?>>flatMap(name -> load(name, loader).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The jar " + jar + " cannot be read", e);
    }
  }

  /** Empty if it needs what is not there. */
  private static List<Class<?>> load(String name, ClassLoader loader) {
    try {
      return List.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return List.of();
    }
  }

  private static boolean hasObjects(Class<?> type) {
    try {
      return !emptyObject(type).getClass().isEnum();
    } catch (ReflectiveOperationException | LinkageError e) {
      return false; // It is abstract, or needs what is not there.
    }
  }

  /** As deserialization does it; by reflection, since the compiler warns of this class. */
  private static Object emptyObject(Class<?> type) throws ReflectiveOperationException {
    Class<?> factory = Class.forName("sun.reflect.ReflectionFactory");
    Constructor<?> maker =
        (Constructor<?>)
            factory
                .getMethod("newConstructorForSerialization", Class.class, Constructor.class)
                .invoke(
                    factory.getMethod("getReflectionFactory").invoke(null),
                    type,
                    Object.class.getConstructor());
    return maker.newInstance();
  }
}
