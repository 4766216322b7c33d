package org.drystone.registry.immutability;

/** An object cannot be read to its end, so that there is no fingerprint of it. */
public final class NoFingerprintException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Takes the obstacle as a sentence without a full stop: {@code Report.lock cannot be read}. */
  public NoFingerprintException(String obstacle) {
    super(obstacle);
  }
}
