package org.drystone.registry.py4j;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a socket ahead on a thread of its own. Py4J reads nothing while a command runs, so without
 * this nobody would see that the client is gone.
 */
final class InputPump extends InputStream {

  private static final int CHUNK = 8192;
  private static final int CHUNKS_AHEAD = 16;

  private final InputStream source;
  private final Runnable atEnd;
  private final Deque<byte[]> ahead = new ArrayDeque<>();
  private boolean ended;
  private long timeoutMillis;

  /** Only the thread that reads commands touches these. */
  private byte[] chunk = new byte[0];

  private int next;
  private long lineLength;
  private volatile int lineLimit;

  /**
   * @param lineLimit the longest line that is let through, in bytes
   * @param atEnd called once, on the pump's thread, as soon as the input has ended
   */
  InputPump(InputStream source, int lineLimit, Runnable atEnd) {
    this.source = source;
    this.lineLimit = lineLimit;
    this.atEnd = atEnd;
  }

  void start(String threadName) {
    Thread thread = new Thread(this::pump, threadName);
    thread.setDaemon(true);
    thread.start();
  }

  void lineLimit(int bytes) {
    lineLimit = bytes;
  }

  /** How long {@link #read()} waits; 0 means without end. */
  synchronized void timeout(long millis) {
    timeoutMillis = millis;
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  private void pump() {
    byte[] buffer = new byte[CHUNK];
    try {
      int count = source.read(buffer);
      while (count >= 0) {
        put(Arrays.copyOf(buffer, count));
        count = source.read(buffer);
      }
    } catch (IOException | InterruptedException e) {
      // However the input ended, it has: the reader and the session are told below.
    } finally {
      end();
      atEnd.run();
    }
  }

  private synchronized void put(byte[] bytes) throws InterruptedException {
    while (ahead.size() >= CHUNKS_AHEAD && !ended) {
      wait();
    }
    ahead.add(bytes);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  @Override
  public int read() throws IOException {
    return fill() ? chunk[next++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - next);
    System.arraycopy(chunk, next, target, offset, count);
    next += count;
    return count;
  }

  /** Lets the pump's thread end although nobody reads any more. The socket is closed elsewhere. */
  @Override
  public void close() {
    end();
  }

  private boolean fill() throws IOException {
    while (next == chunk.length) {
      byte[] fresh = take();
      if (fresh == null) {
        return false;
      }
      chunk = fresh;
      next = 0;
      checkLine(fresh);
    }
    return true;
  }

  private void checkLine(byte[] bytes) throws IOException {
    int end = bytes.length - 1;
    while (end >= 0 && bytes[end] != '\n') {
      end--;
    }
    lineLength = end < 0 ? lineLength + bytes.length : bytes.length - 1 - end;
    if (lineLength > lineLimit) {
      throw new IOException("a line is longer than " + lineLimit + " bytes");
    }
  }

  private synchronized byte @Nullable [] take() throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    while (ahead.isEmpty() && !ended) {
      try {
        wait(left(deadline));
      } catch (InterruptedException e) {
        // Left behind by a command that ended: the reader goes on until the input ends.
      }
    }
    notifyAll();
    return ahead.poll();
  }

  /** The milliseconds until the deadline; 0 where there is none. */
  private synchronized long left(long deadline) throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
    if (timeoutMillis > 0 && left <= 0) {
      throw new SocketTimeoutException("nothing came within " + timeoutMillis + " ms");
    }
    return timeoutMillis == 0 ? 0 : left;
  }
}
