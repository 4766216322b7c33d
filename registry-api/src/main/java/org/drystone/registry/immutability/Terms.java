package org.drystone.registry.immutability;

/** What a checker was told by its user. */
record Terms(Vouchers vouchers, Trust trust, Budget budget) {

  /** The judgement of objects of exactly this class. */
  ClassJudgement judge(Class<?> type) {
    ClassJudgement trusted = trust.judge(type);
    return trusted == null ? ClassJudge.of(type) : trusted;
  }
}
