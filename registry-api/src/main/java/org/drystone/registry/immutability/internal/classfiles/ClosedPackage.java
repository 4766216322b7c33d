package org.drystone.registry.immutability.internal.classfiles;

import com.google.common.collect.MapMaker;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * All classes of a package, as the one jar shows them that holds it: nobody else can reach what is
 * private to the package. That a jar is released, and no longer written at, is taken for granted,
 * as is that nobody defines further classes in its package at run time.
 *
 * <p>Nothing here refers to a class or a class loader.
 */
public final class ClosedPackage {

  /** A class file in the jar. */
  private static final class Entry {

    private final String path;
    private final int[] mentions;
    private volatile WeakReference<@Nullable ClassNode> parsed = new WeakReference<>(null);

    Entry(String path, int[] mentions) {
      this.path = path;
      this.mentions = mentions;
    }
  }

  /** Beyond, looking through a package would cost more than it is worth. */
  private static final int MOST_CLASSES = 2_000;

  /** Where a jar for several releases of Java keeps what is for one of them. */
  private static final String VERSIONS = "META-INF/versions/";

  private static final long MOST_BYTES = 12_000_000;

  /** What was found, softly held; empty for packages that others may add to. */
  private static final Map<ClassLoader, Map<String, Optional<SoftReference<ClosedPackage>>>> KNOWN =
      new MapMaker().weakKeys().makeMap();

  private final Path jar;
  private final List<Entry> entries;

  private ClosedPackage(Path jar, List<Entry> entries) {
    this.jar = jar;
    this.entries = entries;
  }

  /** The package of a class; empty if there may be others in it, or if it is too large. */
  public static Optional<ClosedPackage> of(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || type.getPackageName().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Optional<SoftReference<ClosedPackage>>> known =
        KNOWN.computeIfAbsent(loader, l -> new ConcurrentHashMap<>());
    Optional<SoftReference<ClosedPackage>> before = known.get(type.getPackageName());
    if (before != null && (before.isEmpty() || before.get().get() != null)) {
      return before.map(SoftReference::get);
    }
    Optional<ClosedPackage> found = find(type);
    known.put(type.getPackageName(), found.map(SoftReference::new));
    return found;
  }

  private static Optional<ClosedPackage> find(Class<?> type) {
    return ReleasedJar.of(type).flatMap(jar -> index(jar, type.getPackageName().replace('.', '/')));
  }

  private static Optional<ClosedPackage> index(Path path, String folder) {
    try (JarFile jar = open(path)) {
      List<JarEntry> files = jar.stream().filter(file -> isIn(folder, file.getName())).toList();
      if (files.size() > MOST_CLASSES
          || files.stream().mapToLong(ZipEntry::getSize).sum() > MOST_BYTES) {
        return Optional.empty();
      }
      List<Entry> entries = new ArrayList<>(files.size());
      for (ZipEntry file : files) {
        entries.add(new Entry(file.getName(), Mentions.of(read(jar, file))));
      }
      return Optional.of(new ClosedPackage(path, entries));
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // A file that cannot be understood may hold anything.
    }
  }

  private static JarFile open(Path path) throws IOException {
    return new JarFile(path.toFile(), false);
  }

  /** In a jar for several releases of Java, whichever may be the one in use. */
  private static boolean isIn(String folder, String file) {
    return file.endsWith(".class")
        && (file.startsWith(folder) || file.startsWith(VERSIONS))
        && className(file).lastIndexOf('/') == folder.length()
        && className(file).startsWith(folder);
  }

  private static String className(String file) {
    String path = file.endsWith(".class") ? file.substring(0, file.length() - 6) : file;
    return path.startsWith(VERSIONS)
        ? path.substring(path.indexOf('/', VERSIONS.length()) + 1)
        : path;
  }

  private static ClassReader read(JarFile jar, ZipEntry file) throws IOException {
    try (InputStream in = jar.getInputStream(file)) {
      return new ClassReader(in);
    }
  }

  /**
   * The classes that may use a member or class of that name, but for those that are known already.
   *
   * @param isKnown tells these by their names
   * @throws UnprovableException if the jar cannot be read any longer
   */
  public List<ClassNode> mentioning(String name, Predicate<String> isKnown) {
    List<ClassNode> nodes = new ArrayList<>();
    for (Entry entry : entries) {
      if (Mentions.mayInclude(entry.mentions, name) && !isKnown.test(className(entry.path))) {
        ClassNode before = entry.parsed.get();
        nodes.add(before != null ? before : parse(entry));
      }
    }
    return nodes;
  }

  private ClassNode parse(Entry entry) {
    try (JarFile file = open(jar)) {
      ZipEntry found = file.getEntry(entry.path);
      if (found == null) {
        throw new UnprovableException(entry.path);
      }
      ClassNode node = new ClassNode();
      ClassFiles.fill(node, read(file, found));
      if (!Habits.areKept(node)) {
        throw new UnprovableException(entry.path);
      }
      entry.parsed = new WeakReference<>(node);
      return node;
    } catch (IOException | IllegalArgumentException e) {
      throw new UnprovableException(entry.path);
    }
  }
}
