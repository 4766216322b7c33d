package org.drystone.registry.spi;

import java.util.List;
import java.util.Optional;
import org.drystone.registry.Caller;
import org.drystone.registry.Export;
import org.drystone.registry.VersionId;
import org.drystone.registry.immutability.HandleVoucher;

/**
 * Publishes the values of one engine. Never called under a lock; by many threads at once.
 *
 * @param <T> what is published and read
 * @param <S> what is stored
 */
public interface ValueAdapter<T, S> {

  /** Values of this class and its subclasses belong to this adapter. */
  Class<T> rootType();

  /**
   * Checks or freezes a value. May take long; ends soon after {@link AdmissionContext#cancelled} or
   * an interrupt. If it throws, nothing is left behind.
   *
   * @throws org.drystone.registry.RegistryException with what the publisher can do about it
   * @throws InterruptedException if the thread is interrupted
   */
  Admission<S> admit(T value, AdmissionContext context) throws InterruptedException;

  /**
   * What this reader receives: bound to the reader's session, say. Cheap; starts no job.
   *
   * @param version the version that is read, so that what is made from it can name its parent
   * @throws org.drystone.registry.UnavailableException if the data cannot be reached
   */
  T open(S stored, VersionId version, Caller reader);

  /** Frees the stored form. Idempotent; never throws. */
  void release(S stored);

  /** The parts for {@link org.drystone.registry.Registry#export}; empty if there are none. */
  default Optional<Exported> export(S stored) {
    return Optional.empty();
  }

  /** Vouches for handles of this engine inside of other values; nothing by default. */
  default HandleVoucher voucher() {
    return HandleVoucher.none();
  }

  /**
   * What {@link #export} gives.
   *
   * @param mediaType the format of each part
   * @param parts in order
   */
  record Exported(String mediaType, List<Export.Part> parts) {

    /** Copies the list. */
    public Exported {
      parts = List.copyOf(parts);
    }
  }
}
