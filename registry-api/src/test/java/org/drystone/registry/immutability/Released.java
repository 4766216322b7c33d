package org.drystone.registry.immutability;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** Compiles sources and loads them, from a jar as libraries are or from a directory. */
final class Released implements AutoCloseable {

  private final Path folder;
  private final List<URLClassLoader> loaders = new ArrayList<>();
  private int count;

  Released(Path folder) {
    this.folder = folder;
  }

  /** What {@code lib.Make.make()} makes, if the sources were released as one jar. */
  Object inJar(String... sources) {
    return make(loader(jar(compile(List.of(), sources))));
  }

  /** What it makes, if somebody changed the class files of that jar. */
  Object patched(Consumer<ClassNode> change, String... sources) {
    Path classes = compile(List.of(), sources);
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        ClassNode node = new ClassNode();
        new ClassReader(Files.readAllBytes(file)).accept(node, 0);
        change.accept(node);
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        Files.write(file, writer.toByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return make(loader(jar(classes)));
  }

  /** What it makes, if the sources lie in a directory. */
  Object inDirectory(String... sources) {
    return make(loader(compile(List.of(), sources)));
  }

  /** What it makes, if a second source comes from a jar of its own that uses the first. */
  Object inTwoJars(String first, String second) {
    Path classes = compile(List.of(), first);
    return make(loader(jar(classes), jar(compile(List.of(classes), second))));
  }

  /** What it makes, if the one jar has other classes for newer releases of Java. */
  Object inJarOfTwoReleases(String sources, String newer) {
    Path classes = compile(List.of(), sources);
    try {
      Path versions = Files.createDirectories(classes.resolve("META-INF/versions"));
      Files.move(compile(List.of(classes), newer), versions.resolve("9"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return make(loader(jar(classes)));
  }

  /** What it makes, if the parent of its class loader finds classes in a directory. */
  Object below(String inParent, String... sources) {
    ClassLoader parent = loader(compile(List.of(), inParent));
    return make(below(parent, jar(compile(List.of(), sources))));
  }

  /** What it makes, if its class loader asks that parent last, which may know the same names. */
  Object before(String inParent, String... sources) {
    Path above = compile(List.of(), inParent);
    Path classes = compile(List.of(above), sources);
    try {
      ClassLoader parent = loader(above);
      return make(keep(new ChildFirst(new URL[] {jar(classes).toUri().toURL()}, parent)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path compile(List<Path> path, String... sources) {
    try {
      Path output = Files.createDirectories(folder.resolve("classes" + count));
      List<String> arguments =
          new ArrayList<>(List.of("-d", output.toString(), "-proc:none", "-nowarn"));
      path.forEach(entry -> arguments.addAll(List.of("-cp", entry.toString())));
      for (String source : split(sources)) {
        Path file = Files.createDirectories(folder.resolve("src" + count++)).resolve(name(source));
        arguments.add(Files.writeString(file, source).toString());
      }
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new));
      if (status != 0) {
        throw new IllegalArgumentException("does not compile: " + String.join("\n", sources));
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each source may hold several files, one a package clause. */
  private static List<String> split(String... sources) {
    return Stream.of(sources)
        .flatMap(source -> Stream.of(source.split("(?m)^(?=package )")))
        .filter(source -> !source.isBlank())
        .toList();
  }

  private static String name(String source) {
    String head = source.substring(0, source.indexOf('{'));
    String[] words = head.substring(head.indexOf("public ")).split("[\\s<]+");
    for (int i = 0; i < words.length; i++) {
      if (words[i].equals("class") || words[i].equals("interface")) {
        return words[i + 1] + ".java";
      }
    }
    throw new IllegalArgumentException(source);
  }

  private Path jar(Path classes) {
    Path jar = folder.resolve("lib" + count++ + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> paths = Files.walk(classes)) {
      for (Path path : paths.filter(path -> !path.equals(classes)).toList()) {
        boolean isFolder = Files.isDirectory(path);
        zip.putNextEntry(new ZipEntry(classes.relativize(path) + (isFolder ? "/" : "")));
        if (!isFolder) {
          Files.copy(path, zip);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URLClassLoader loader(Path... places) {
    return below(null, places);
  }

  private URLClassLoader below(@Nullable ClassLoader parent, Path... places) {
    try {
      URL[] urls = new URL[places.length];
      for (int i = 0; i < places.length; i++) {
        urls[i] = places[i].toUri().toURL();
      }
      return keep(new URLClassLoader(urls, parent));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URLClassLoader keep(URLClassLoader loader) {
    loaders.add(loader);
    return loader;
  }

  private static Object make(ClassLoader loader) {
    try {
      return loader.loadClass("lib.Make").getMethod("make").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (URLClassLoader loader : loaders) {
      loader.close();
    }
  }
}
