package org.drystone.registry;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The stored bytes of a version, for transport. The bytes stay readable while the object of this
 * type is reachable.
 *
 * @param label the version
 * @param mediaType the format of each part, such as {@code application/vnd.apache.parquet}
 * @param parts in order; unmodifiable
 */
public record Export(Label label, String mediaType, List<Part> parts) {

  /** Copies the list. */
  public Export {
    parts = List.copyOf(parts);
  }

  /** A run of bytes: a file, say. */
  public interface Part {

    /** The exact number of bytes. */
    long size();

    /**
     * Opens the bytes; the caller closes the stream.
     *
     * @throws IOException if they cannot be read
     */
    InputStream open() throws IOException;
  }
}
