package org.drystone.registry.immutability;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;

/** Defines one class file and shows another. */
final class Showing extends ClassLoader {

  private final Map<String, byte[]> files;

  Showing(Map<String, byte[]> files) {
    super(null);
    this.files = files;
  }

  Class<?> define(byte[] file) {
    return defineClass("Cell", file, 0, file.length);
  }

  @Override
  public InputStream getResourceAsStream(String name) {
    return files.containsKey(name) ? new ByteArrayInputStream(files.get(name)) : null;
  }
}
