package org.drystone.registry.immutability.internal.walk;

import java.util.LinkedHashSet;
import java.util.Set;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Verdict;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.Findings;
import org.drystone.registry.immutability.internal.frames.LimitReachedException;
import org.drystone.registry.immutability.internal.frames.Sieve;
import org.jspecify.annotations.Nullable;

/** What a walk has met so far. */
public final class Tally implements Sieve {

  private final Terms terms;
  private final long limit;
  private long nodes;
  private Evidence weakest = Evidence.PROVEN;
  private @Nullable Class<?> lastLeaf;
  private @Nullable Class<?> leafBefore;
  private @Nullable Class<?> lastNotPassed;
  private ClassJudgement notPassed = ClassJudgement.NOT_YET;
  private @Nullable Set<String> trusted;

  /** Counts up to this many nodes. */
  Tally(Terms terms, long limit) {
    this.terms = terms;
    this.limit = limit;
  }

  /**
   * Whether there is nothing more to look at in a part, because its class alone makes it immutable.
   * Such objects are all but a few, and often of the same one or two classes.
   */
  @Override
  public boolean passes(@Nullable Object part) throws LimitReachedException {
    if (part == null) {
      return true;
    }
    if (++nodes > limit) {
      throw new LimitReachedException(
          "lies beyond the " + limit + " nodes that a check looks at",
          "Publish it in smaller parts, or give the checker a larger budget");
    }
    Class<?> type = part.getClass();
    return type == lastLeaf || type == leafBefore || isLeaf(type);
  }

  private boolean isLeaf(Class<?> type) {
    if (type == lastNotPassed) {
      return false;
    }
    ClassJudgement judgement = terms.judge(type);
    if (!judgement.isImmutable()) {
      notPassed = judgement;
      lastNotPassed = type;
      return false;
    }
    leafBefore = lastLeaf;
    lastLeaf = type;
    add(judgement);
    return true;
  }

  /** The judgement of the part that did not pass last. */
  ClassJudgement notPassed() {
    return notPassed;
  }

  /** The finding of this class is part of the verdict. */
  void add(ClassJudgement judgement) {
    weakest = Findings.weaker(weakest, judgement.evidence());
    if (judgement.evidence() == Evidence.OVERRIDE) {
      trusted = trusted == null ? new LinkedHashSet<>() : trusted;
      trusted.add(judgement.reason());
    }
  }

  /** The verdict, if nothing else is in the root. */
  Verdict immutable(String rootName) {
    return Verdict.immutable(weakest, rootName, reason());
  }

  /** The verdict of an object whose class alone makes it immutable. */
  public static Verdict immutable(ClassJudgement leaf) {
    return Verdict.immutable(
        leaf.evidence(),
        leaf.rootName(),
        leaf.evidence() == Evidence.OVERRIDE
            ? asFarAs(leaf.reason())
            : ClassJudgement.CANNOT_CHANGE);
  }

  private String reason() {
    return trusted == null ? ClassJudgement.CANNOT_CHANGE : asFarAs(String.join(" and ", trusted));
  }

  private static String asFarAs(String trusted) {
    return ClassJudgement.CANNOT_CHANGE + ", as far as " + trusted;
  }
}
