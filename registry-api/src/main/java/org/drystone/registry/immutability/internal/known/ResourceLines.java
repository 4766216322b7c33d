package org.drystone.registry.immutability.internal.known;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the lists that lie beside this class. */
public final class ResourceLines {

  private ResourceLines() {}

  /** The lines of a resource, without empty ones and comments. */
  public static List<String> of(String resource) {
    try (InputStream in =
            Objects.requireNonNull(ResourceLines.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The list " + resource + " is damaged", e);
    }
  }
}
