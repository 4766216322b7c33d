package org.drystone.registry.py4j;

import java.nio.charset.StandardCharsets;

/**
 * Bytes that cannot change: what Python's {@code bytes} become in the registry.
 *
 * @param latin1 the bytes as characters from U+0000 to U+00FF; the JVM keeps such a text in one
 *     byte for each
 */
public record ByteString(String latin1) {

  /**
   * Checks the characters.
   *
   * @throws IllegalArgumentException if one is beyond U+00FF
   */
  public ByteString {
    if (latin1.chars().anyMatch(c -> c > 0xFF)) {
      throw new IllegalArgumentException("a byte is at most 255");
    }
  }

  /** A copy of these bytes. */
  public static ByteString of(byte[] bytes) {
    return new ByteString(new String(bytes, StandardCharsets.ISO_8859_1));
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** How many bytes there are. */
  public int length() {
    return latin1.length();
  }

  /** How many bytes there are, never the bytes. */
  @Override
  public String toString() {
    return length() + " bytes";
  }
}
