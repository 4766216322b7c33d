package org.drystone.registry.py4j;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import py4j.NetworkUtil;

/**
 * Makes the server's socket and keeps it, so that it can be closed before the connections are. Py4J
 * stops for ever at the first failure to accept, such as too many open files; these doors try
 * again.
 */
final class Doors extends ServerSocketFactory {

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Queue<ServerSocket> made = new ConcurrentLinkedQueue<>();

  void close() {
    made.forEach(NetworkUtil::quietlyClose);
  }

  @Override
  public ServerSocket createServerSocket() throws IOException {
    ServerSocket socket = new PatientSocket();
    made.add(socket);
    return socket;
  }

  @Override
  public ServerSocket createServerSocket(int port) throws IOException {
    throw new UnsupportedOperationException("Py4J binds its socket later");
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog) throws IOException {
    return createServerSocket(port);
  }

  @Override
  public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
      throws IOException {
    return createServerSocket(port);
  }

  private static final class PatientSocket extends ServerSocket {

    PatientSocket() throws IOException {}

    @Override
    public Socket accept() throws IOException {
      while (true) {
        try {
          return super.accept();
        } catch (IOException e) {
          if (isClosed()) {
            throw e;
          }
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }
  }
}
