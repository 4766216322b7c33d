package org.drystone.checkers;

/** Says of an object whether it is immutable. */
interface Checker {

  /** How it is called in the table. */
  String name();

  /**
   * Whether the checker accepts the object.
   *
   * @throws Exception whatever the checker throws; that counts as no answer
   */
  boolean accepts(Sample sample) throws Exception;
}
