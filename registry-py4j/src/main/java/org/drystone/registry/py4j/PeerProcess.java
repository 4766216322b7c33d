package org.drystone.registry.py4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process on this machine, told apart from a later one with the same id by when it started.
 *
 * @param pid its id
 * @param started its start, in ticks since the machine's
 */
record PeerProcess(long pid, long started) {

  private static final int STATE = 0;
  private static final int START_TIME = 19;

  /**
   * The process with that id.
   *
   * @throws IOException if there is none, or it cannot be seen
   */
  static PeerProcess of(long pid) throws IOException {
    return new PeerProcess(pid, Long.parseLong(stat(pid)[START_TIME]));
  }

  /** Whether it still runs. One that has ended and was not yet waited for does not. */
  boolean alive() {
    try {
      String[] stat = stat(pid);
      return Long.parseLong(stat[START_TIME]) == started
          && !stat[STATE].equals("Z")
          && !stat[STATE].equals("X");
    } catch (IOException e) {
      return false;
    }
  }

  /** The fields of {@code /proc/<pid>/stat} from the state on: before it stands any text. */
  private static String[] stat(long pid) throws IOException {
    String text = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return text.substring(text.lastIndexOf(')') + 2).split(" ");
  }
}
