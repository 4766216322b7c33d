package org.drystone.checkers;

import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.immutability.Verdict;

/** Looks at the live object. */
final class DrystoneChecker implements Checker {

  private final ImmutabilityChecker checker = new ImmutabilityChecker();

  @Override
  public String name() {
    return "Drystone";
  }

  @Override
  public boolean accepts(Sample sample) {
    return checker.check(sample.value()).kind() == Verdict.Kind.IMMUTABLE;
  }
}
