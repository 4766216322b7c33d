package org.drystone.registry.py4j;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads Linux's {@code /proc}: the client's socket has an inode in {@code /proc/net/tcp*}, and the
 * process whose files include that inode holds it. Files of other users are readable for root only.
 */
final class ProcPeers implements Peers {

  private static final Path PROC = Path.of("/proc");
  private static final int LOCAL = 1;
  private static final int REMOTE = 2;
  private static final int INODE = 9;

  @Override
  public Optional<PeerProcess> of(Socket socket) {
    if (!isOnThisMachine(socket)) {
      return Optional.empty();
    }
    try {
      Optional<String> inode = inode(socket);
      return inode.isEmpty() ? Optional.empty() : holder("socket:[" + inode.get() + "]");
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static boolean isOnThisMachine(Socket socket) {
    InetAddress peer = socket.getInetAddress();
    return peer != null && (peer.isLoopbackAddress() || peer.equals(socket.getLocalAddress()));
  }

  /** The inode of the other end of that socket: bound to its peer, and connected to it. */
  private static Optional<String> inode(Socket socket) throws IOException {
    for (ProcTable table : ProcTable.values()) {
      Optional<String> bound = table.entry(socket.getInetAddress(), socket.getPort());
      Optional<String> peer = table.entry(socket.getLocalAddress(), socket.getLocalPort());
      Path file = PROC.resolve("net").resolve(table.file());
      if (!Files.isReadable(file)) {
        continue;
      }
      try (Stream<String> lines = Files.lines(file)) {
        Optional<String> found =
            lines
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields.length > INODE)
                .filter(fields -> bound.equals(Optional.of(fields[LOCAL])))
                .filter(fields -> peer.equals(Optional.of(fields[REMOTE])))
                .map(fields -> fields[INODE])
                .filter(inode -> !inode.equals("0"))
                .findFirst();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<PeerProcess> holder(String socket) throws IOException {
    long own = ProcessHandle.current().pid();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        if (holds(process, socket)) {
          long pid = Long.parseLong(process.getFileName().toString());
          // Threads of the hub's own process are not told apart by it.
          return pid == own ? Optional.empty() : Optional.of(PeerProcess.of(pid));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Path process, String socket) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path file : files) {
        if (Files.readSymbolicLink(file).toString().equals(socket)) {
          return true;
        }
      }
      return false;
    } catch (IOException | DirectoryIteratorException e) {
      return false; // It is another user's, or it has ended.
    }
  }
}
