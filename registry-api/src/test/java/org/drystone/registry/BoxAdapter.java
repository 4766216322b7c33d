package org.drystone.registry;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.drystone.registry.immutability.HandleVoucher;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.AdmissionContext;
import org.drystone.registry.spi.ValueAdapter;

/** An engine of the tests. It runs {@link #whileFreezing} in the middle of each freeze. */
final class BoxAdapter implements ValueAdapter<Box, String> {

  interface Freeze {
    void run(AdmissionContext context) throws InterruptedException;
  }

  final Queue<String> released = new ConcurrentLinkedQueue<>();
  volatile boolean contentIds;
  volatile List<VersionId> needs = List.of();
  volatile List<VersionId> parents = List.of();
  volatile Freeze whileFreezing = context -> {};
  volatile HandleVoucher vouching = HandleVoucher.none();
  volatile Runnable whileOpening = () -> {};
  volatile Runnable whileReleasing = () -> {};

  @Override
  public Class<Box> rootType() {
    return Box.class;
  }

  @Override
  public Admission<String> admit(Box value, AdmissionContext context) throws InterruptedException {
    whileFreezing.run(context);
    Admission<String> admission =
        Admission.of(value.content(), Box.class, Guarantee.SNAPSHOT, "copied").withNeeds(needs);
    return (contentIds ? admission.withContentId(value.content()) : admission)
        .withParents(parents)
        .withDetails(Map.of("length", String.valueOf(value.content().length())))
        .withColumns(List.of(value.content().split(",")))
        .withBytes(value.content().length());
  }

  @Override
  public Box open(String stored, VersionId version, Caller reader) {
    whileOpening.run();
    return new Box(stored + " for " + reader.user());
  }

  @Override
  public HandleVoucher voucher() {
    return object -> vouching.vouch(object);
  }

  @Override
  public void release(String stored) {
    whileReleasing.run();
    released.add(stored);
  }

  @Override
  public Optional<Exported> export(String stored) {
    byte[] bytes = stored.getBytes(StandardCharsets.UTF_8);
    Export.Part part =
        new Export.Part() {
          @Override
          public long size() {
            return bytes.length;
          }

          @Override
          public InputStream open() {
            return new ByteArrayInputStream(bytes);
          }
        };
    return Optional.of(new Exported("text/plain", List.of(part)));
  }
}
