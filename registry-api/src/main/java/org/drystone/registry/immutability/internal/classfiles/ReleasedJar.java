package org.drystone.registry.immutability.internal.classfiles;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Finds the jar that holds the whole package of a class. A directory is no such place: whoever
 * writes the project there may add a class at any time.
 */
final class ReleasedJar {

  private ReleasedJar() {}

  /** Empty if the class does not come from a jar, or if its loader sees the package elsewhere. */
  static Optional<Path> of(Class<?> type) {
    try {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      URL location = source == null ? null : source.getLocation();
      if (location == null || !location.getProtocol().equals("file")) {
        return Optional.empty();
      }
      Path jar = Path.of(location.toURI());
      return Files.isRegularFile(jar) && isOnlyIn(location, type)
          ? Optional.of(jar)
          : Optional.empty();
    } catch (IOException
        | URISyntaxException
        | IllegalArgumentException
        | FileSystemNotFoundException
        | SecurityException e) {
      return Optional.empty();
    }
  }

  private static boolean isOnlyIn(URL location, Class<?> type)
      throws IOException, URISyntaxException {
    String folder = type.getPackageName().replace('.', '/') + "/";
    for (URL place : Collections.list(type.getClassLoader().getResources(folder))) {
      String text = place.toString();
      if (!text.startsWith("jar:" + location + "!/") && mayHoldClasses(text, folder)) {
        return false;
      }
    }
    return true;
  }

  /** A jar that shows the package may have other files in it than classes. */
  private static boolean mayHoldClasses(String place, String folder)
      throws IOException, URISyntaxException {
    if (!place.startsWith("jar:file:") || !place.endsWith("!/" + folder)) {
      return true;
    }
    String other = place.substring("jar:".length(), place.length() - folder.length() - 2);
    if (other.contains("!/")) {
      return true;
    }
    try (JarFile jar = new JarFile(Path.of(new URI(other)).toFile(), false)) {
      return jar.stream()
          .map(JarEntry::getName)
          .anyMatch(file -> file.contains(folder) && file.endsWith(".class"));
    }
  }
}
