package org.drystone.registry.immutability.internal.findings;

import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Finding;

/** How findings, and the evidence for them, add up: the worst counts, and the weakest. */
public final class Findings {

  private Findings() {}

  public static Evidence weaker(Evidence one, Evidence other) {
    return one == other || one.compareTo(other) > 0 ? one : other;
  }

  public static Finding worse(Finding one, Finding other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Whether it rests on evidence. */
  public static boolean isBacked(Finding finding) {
    return finding == Finding.IMMUTABLE || finding == Finding.CONDITIONAL;
  }
}
