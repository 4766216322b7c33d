package org.drystone.registry.internal.data;

import java.util.Map;
import java.util.function.BiConsumer;
import org.drystone.registry.Caller;
import org.drystone.registry.Fingerprints;
import org.drystone.registry.Label;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Fingerprint;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.immutability.NoFingerprintException;
import org.drystone.registry.immutability.Verdict;
import org.drystone.registry.spi.Admission;

/** Takes the fingerprints of plain objects at publication, and compares them later. */
final class Fingerprinter {

  private final ImmutabilityChecker checker;
  private final Fingerprints settings;
  private final BiConsumer<Caller, Label> mutated;

  /**
   * @param mutated told of the read that has found that version changed; never throws
   */
  Fingerprinter(
      ImmutabilityChecker checker, Fingerprints settings, BiConsumer<Caller, Label> mutated) {
    this.checker = checker;
    this.settings = settings;
    this.mutated = mutated;
  }

  /** One read of a version in how many is compared. */
  int every() {
    return settings.every();
  }

  /** Tells the host that a read has found that version changed. */
  void report(Label version, Caller reader) {
    mutated.accept(reader, version);
  }

  /** The same admission, with a fingerprint where that verdict asks for one and it can be taken. */
  Admission<Object> watch(Admission<Object> admission, Verdict verdict) {
    return covers(verdict) ? watch(admission) : admission;
  }

  private Admission<Object> watch(Admission<Object> admission) {
    try {
      Fingerprint taken = checker.fingerprint(admission.stored(), settings.maxParts());
      return admission
          .withStored(new WatchedValue(admission.stored(), taken, this))
          .withContentId("fingerprint:" + Long.toHexString(taken.hash()))
          .withDetails(detail("compared on one read in " + settings.every()));
    } catch (NoFingerprintException e) {
      return admission.withDetails(detail("none: " + e.getMessage()));
    }
  }

  /** Whether the object holds something else now. What broke its iterators, say, has changed it. */
  boolean isChanged(Object value, Fingerprint since) {
    try {
      return !checker.fingerprint(value, settings.maxParts()).equals(since);
    } catch (NoFingerprintException e) {
      return true;
    }
  }

  private boolean covers(Verdict verdict) {
    return switch (settings.coverage()) {
      case FORCED -> verdict.kind() != Verdict.Kind.IMMUTABLE;
      case BELIEVED -> verdict.evidence().map(Fingerprinter::isWord).orElse(true);
      case ALL -> true;
    };
  }

  private static boolean isWord(Evidence evidence) {
    return evidence == Evidence.DECLARED || evidence == Evidence.OVERRIDE;
  }

  private static Map<String, String> detail(String text) {
    return Map.of(Fingerprints.DETAIL, text);
  }
}
