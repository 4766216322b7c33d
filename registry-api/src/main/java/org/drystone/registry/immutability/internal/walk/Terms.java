package org.drystone.registry.immutability.internal.walk;

import org.drystone.registry.immutability.Budget;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.judging.ClassJudge;
import org.drystone.registry.immutability.internal.judging.Trust;
import org.drystone.registry.immutability.internal.judging.Vouchers;

/** What a checker was told by its user. */
public record Terms(Vouchers vouchers, Trust trust, Budget budget) {

  /** The judgement of objects of exactly this class. */
  public ClassJudgement judge(Class<?> type) {
    ClassJudgement trusted = trust.judge(type);
    return trusted == null ? ClassJudge.of(type) : trusted;
  }
}
