package org.drystone.registry.py4j;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.Caller;
import org.drystone.registry.Export;
import org.drystone.registry.Guarantee;
import org.drystone.registry.VersionId;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.AdmissionContext;
import org.drystone.registry.spi.ValueAdapter;

/**
 * A table for tests: parts of bytes, each with the size that it announces.
 *
 * @param parts the bytes
 * @param missing how many bytes the last part announces beyond those that it has
 */
record Blob(List<byte[]> parts, int missing) {

  /** Stores blobs as they are. */
  static final class Adapter implements ValueAdapter<Blob, Blob> {

    @Override
    public Class<Blob> rootType() {
      return Blob.class;
    }

    @Override
    public Admission<Blob> admit(Blob value, AdmissionContext context) {
      return Admission.of(value, Blob.class, Guarantee.SNAPSHOT, "a test")
          .withDetails(Map.of("columns", "[]", "rows", "0"));
    }

    @Override
    public Blob open(Blob stored, VersionId version, Caller reader) {
      throw new IllegalStateException("a table need not be opened to be told of");
    }

    @Override
    public void release(Blob stored) {}

    @Override
    public Optional<Exported> export(Blob stored) {
      int last = stored.parts().size() - 1;
      List<Export.Part> parts =
          java.util.stream.IntStream.rangeClosed(0, last)
              .<Export.Part>mapToObj(
                  i -> new Part(stored.parts().get(i), i == last ? stored.missing() : 0))
              .toList();
      return Optional.of(new Exported("application/x-test", parts));
    }
  }

  private record Part(byte[] bytes, int missing) implements Export.Part {

    @Override
    public long size() {
      return bytes.length + missing;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
