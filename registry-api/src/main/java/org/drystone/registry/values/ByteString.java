package org.drystone.registry.values;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that cannot change: what Python calls {@code bytes}. Two with the same bytes are equal. */
public final class ByteString {

  private static final int SHOWN = 16;

  private final byte[] bytes;

  private ByteString(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of these bytes; later changes of the array do not show. */
  public static ByteString of(byte[] bytes) {
    return new ByteString(bytes.clone());
  }

  /** A new array with these bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** The number of bytes. */
  public int size() {
    return bytes.length;
  }

  /**
   * The byte at that index, from 0.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public byte byteAt(int index) {
    return bytes[index];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByteString that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The size and the first bytes in hexadecimal. */
  @Override
  public String toString() {
    String shown = HexFormat.of().formatHex(bytes, 0, Math.min(SHOWN, bytes.length));
    return "ByteString[" + bytes.length + ": " + shown + (bytes.length > SHOWN ? ".." : "") + "]";
  }
}
