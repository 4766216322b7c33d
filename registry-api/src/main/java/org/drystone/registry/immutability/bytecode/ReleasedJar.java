package org.drystone.registry.immutability.bytecode;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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

  private static boolean isOnlyIn(URL location, Class<?> type) throws IOException {
    String folder = type.getPackageName().replace('.', '/') + "/";
    List<URL> places = Collections.list(type.getClassLoader().getResources(folder));
    return places.stream().allMatch(place -> place.toString().startsWith("jar:" + location + "!/"));
  }
}
