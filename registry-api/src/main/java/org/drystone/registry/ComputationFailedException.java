package org.drystone.registry;

/**
 * The shared computation that the caller waited for failed. What it failed with is the {@linkplain
 * #getCause() cause}. Nothing of it is stored: who asks again computes again.
 */
public final class ComputationFailedException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public ComputationFailedException(String problem, String reason, String remedy) {
    super(ErrorCode.COMPUTATION_FAILED, problem, reason, remedy);
  }
}
