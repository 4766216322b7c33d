package org.drystone.registry.py4j;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

/** Linux's tables of TCP sockets, and how they write an address. */
enum ProcTable {
  TCP("tcp") {
    @Override
    Optional<byte[]> bytes(byte[] address) {
      return address.length == V4_BYTES ? Optional.of(address) : Optional.empty();
    }
  },

  /** Addresses of IP version 4 stand here as mapped ones, when the socket can do both. */
  TCP6("tcp6") {
    @Override
    Optional<byte[]> bytes(byte[] address) {
      return Optional.of(address.length == V4_BYTES ? mapped(address) : address);
    }
  };

  private static final int V4_BYTES = 4;
  private static final int V6_BYTES = 16;

  private final String file;

  ProcTable(String file) {
    this.file = file;
  }

  /** The name of the table's file. */
  String file() {
    return file;
  }

  /** That address and port as the table writes them; empty where it has no such addresses. */
  Optional<String> entry(InetAddress address, int port) {
    return bytes(address.getAddress())
        .map(bytes -> words(bytes) + String.format(Locale.ROOT, ":%04X", port));
  }

  /** The bytes of an address as this table keeps them. */
  abstract Optional<byte[]> bytes(byte[] address);

  private static byte[] mapped(byte[] address) {
    return ByteBuffer.allocate(V6_BYTES).putLong(0).putInt(0xFFFF).put(address).array();
  }

  /** The kernel prints each four bytes as a number of the machine. */
  private static String words(byte[] address) {
    ByteBuffer words = ByteBuffer.wrap(address).order(ByteOrder.nativeOrder());
    StringBuilder text = new StringBuilder();
    while (words.hasRemaining()) {
      text.append(String.format(Locale.ROOT, "%08X", words.getInt()));
    }
    return text.toString();
  }
}
