package org.drystone.registry.py4j;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ServerSocketFactory;
import py4j.NetworkUtil;

/** Makes the server's socket and keeps it, so that it can be closed before the connections are. */
final class Doors extends ServerSocketFactory {

  private final Queue<ServerSocket> made = new ConcurrentLinkedQueue<>();

  void close() {
    made.forEach(NetworkUtil::quietlyClose);
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    return kept(new ServerSocket());
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    return kept(new ServerSocket(port));
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return kept(new ServerSocket(port, backlog));
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return kept(new ServerSocket(port, backlog, address));
  }

  private ServerSocket kept(ServerSocket socket) {
    made.add(socket);
    return socket;
  }
}
