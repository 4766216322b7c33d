package org.drystone.registry;

/** Nothing that the caller may see has that name, version or alias. */
public final class NotFoundException extends RegistryException {

  private static final long serialVersionUID = 1L;

  /** Each text is a clause without a full stop. */
  public NotFoundException(String problem, String reason, String remedy) {
    super(ErrorCode.NOT_FOUND, problem, reason, remedy);
  }
}
