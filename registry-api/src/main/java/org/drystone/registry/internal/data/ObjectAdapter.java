package org.drystone.registry.internal.data;

import com.google.common.collect.Interner;
import com.google.common.collect.Interners;
import java.util.Objects;
import java.util.Optional;
import org.drystone.registry.Caller;
import org.drystone.registry.Guarantee;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.NotImmutableException;
import org.drystone.registry.Publication;
import org.drystone.registry.VersionId;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.immutability.Verdict;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.AdmissionContext;
import org.drystone.registry.spi.ValueAdapter;
import org.drystone.registry.values.ImmutableCopies;

/** Publishes plain objects as they are, once they are known not to change. */
final class ObjectAdapter implements ValueAdapter<Object, Object> {

  private final ImmutabilityChecker checker;
  private final Optional<Fingerprinter> fingerprinter;

  /** Most versions say the same of theirs. */
  private final Interner<String> evidence = Interners.newWeakInterner();

  ObjectAdapter(ImmutabilityChecker checker, Optional<Fingerprinter> fingerprinter) {
    this.checker = checker;
    this.fingerprinter = fingerprinter;
  }

  @Override
  public Class<Object> rootType() {
    return Object.class;
  }

  @Override
  public Admission<Object> admit(Object value, AdmissionContext context) {
    Publication publication = context.publication();
    refuseOptions(publication);
    Object published = prepared(value, publication.preparation());
    Verdict verdict = checker.check(published);
    Admission<Object> admission = admission(published, verdict, context);
    return fingerprinter.map(taker -> taker.watch(admission, verdict)).orElse(admission);
  }

  private Admission<Object> admission(Object published, Verdict verdict, AdmissionContext context) {
    if (verdict.kind() == Verdict.Kind.IMMUTABLE) {
      return admission(published, Guarantee.IMMUTABLE, evidence(verdict));
    }
    String reason =
        context
            .publication()
            .mutableBecause()
            .orElseThrow(() -> new NotImmutableException(context.name(), verdict));
    return admission(published, Guarantee.MUTABLE, reason);
  }

  @Override
  public Object open(Object stored, VersionId version, Caller reader) {
    return value(stored);
  }

  /** What was published, of what is stored. */
  static Object value(Object stored) {
    return stored instanceof WatchedValue watched ? watched.value() : stored;
  }

  @Override
  public void release(Object stored) {
    // The garbage collector does.
  }

  private static Object prepared(Object value, Publication.Copying copying) {
    return copying == Publication.Copying.AS_IS
        ? value
        : Objects.requireNonNull(ImmutableCopies.deepCopy(value));
  }

  private static Admission<Object> admission(Object value, Guarantee guarantee, String evidence) {
    return Admission.of(value, CopyTypes.of(value), guarantee, evidence);
  }

  private String evidence(Verdict verdict) {
    return evidence.intern(verdict.evidence().map(Enum::name).orElse("") + ": " + verdict.reason());
  }

  private static void refuseOptions(Publication publication) {
    if (!publication.options().isEmpty()) {
      throw new InvalidArgumentException(
          "The options " + publication.options().keySet() + " cannot be used here",
          "a plain object is published as it is",
          "Leave them out");
    }
  }
}
