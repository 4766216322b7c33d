package org.drystone.registry;

import org.drystone.registry.immutability.Verdict;

/** The value could change after publication; {@link #verdict()} tells path, reason and fix. */
public final class NotImmutableException extends RegistryException {

  private static final long serialVersionUID = 1L;

  private final transient Verdict verdict;

  /** A refusal to publish under that name, for that verdict. */
  public NotImmutableException(Name name, Verdict verdict) {
    super(
        ErrorCode.NOT_IMMUTABLE,
        "The value for " + name + " was not published",
        verdict.path() + " " + verdict.reason(),
        verdict.fix());
    this.verdict = verdict;
  }

  /** The refusing verdict. */
  public Verdict verdict() {
    return verdict;
  }
}
