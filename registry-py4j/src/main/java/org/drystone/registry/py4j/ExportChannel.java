package org.drystone.registry.py4j;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Iterator;
import org.drystone.registry.Export;
import org.jspecify.annotations.Nullable;

/** The parts of an export, one after the other, each with exactly the bytes that it announced. */
final class ExportChannel implements ReadableByteChannel {

  /** Keeps the bytes readable. */
  private final Export export;

  private final Iterator<Export.Part> parts;
  private @Nullable ReadableByteChannel part;
  private long left;
  private boolean open = true;

  ExportChannel(Export export) {
    this.export = export;
    this.parts = export.parts().iterator();
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    while (left == 0) {
      closePart();
      if (!parts.hasNext()) {
        return -1;
      }
      openNext();
    }
    return readPart(target);
  }

  private void openNext() throws IOException {
    Export.Part next = parts.next();
    InputStream bytes = next.open();
    part = Channels.newChannel(bytes);
    left = next.size();
  }

  private int readPart(ByteBuffer target) throws IOException {
    int limit = target.limit();
    target.limit((int) Math.min(limit, target.position() + left));
    int count = part == null ? -1 : part.read(target);
    target.limit(limit);
    if (count < 0) {
      throw new EOFException(
          "a part of " + export.label().id() + " ended " + left + " bytes early");
    }
    left -= count;
    return count;
  }

  private void closePart() throws IOException {
    if (part != null) {
      part.close();
      part = null;
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() throws IOException {
    open = false;
    closePart();
  }
}
