package org.drystone.registry.py4j;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import jdk.net.ExtendedSocketOptions;

/** Lets the operating system end a connection whose network has been silent for ten minutes. */
final class KeepAlive {

  private static final int PROBES = 6;
  private static final int SECONDS_BETWEEN = 10;
  private static final int SILENT_SECONDS = 600 - PROBES * SECONDS_BETWEEN;

  private KeepAlive() {}

  static void on(Socket socket) throws IOException {
    socket.setKeepAlive(true);
    set(socket, ExtendedSocketOptions.TCP_KEEPIDLE, SILENT_SECONDS);
    set(socket, ExtendedSocketOptions.TCP_KEEPINTERVAL, SECONDS_BETWEEN);
    set(socket, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
  }

  /** Where the system does not know the option, its own times hold. */
  private static void set(Socket socket, SocketOption<Integer> option, int value)
      throws IOException {
    if (socket.supportedOptions().contains(option)) {
      socket.setOption(option, value);
    }
  }
}
