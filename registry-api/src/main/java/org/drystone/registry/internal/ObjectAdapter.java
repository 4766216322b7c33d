package org.drystone.registry.internal;

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

/** Publishes plain objects as they are, once they are known not to change. */
final class ObjectAdapter implements ValueAdapter<Object, Object> {

  private final ImmutabilityChecker checker;

  ObjectAdapter(ImmutabilityChecker checker) {
    this.checker = checker;
  }

  @Override
  public Class<Object> rootType() {
    return Object.class;
  }

  @Override
  public Admission<Object> admit(Object value, AdmissionContext context) {
    Publication publication = context.publication();
    refuseOptions(publication);
    Object published = value;
    Verdict verdict = checker.check(published);
    if (verdict.kind() == Verdict.Kind.IMMUTABLE) {
      String evidence = verdict.evidence().map(Enum::name).orElse("") + ": " + verdict.reason();
      return Admission.of(published, published.getClass(), Guarantee.IMMUTABLE, evidence);
    }
    String reason =
        publication
            .mutableBecause()
            .orElseThrow(() -> new NotImmutableException(context.name(), verdict));
    return Admission.of(published, published.getClass(), Guarantee.MUTABLE, reason);
  }

  @Override
  public Object open(Object stored, VersionId version, Caller reader) {
    return stored;
  }

  @Override
  public void release(Object stored) {
    // The garbage collector does.
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
