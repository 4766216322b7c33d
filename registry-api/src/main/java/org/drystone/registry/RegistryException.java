package org.drystone.registry;

import java.util.Objects;

/**
 * The family of everything that the registry reports. Each carries a stable {@link #code()} and
 * tells problem, cause and remedy; unless its documentation says otherwise, nothing was changed.
 *
 * <p>Programs decide by the subclass or by the code, never by the text.
 */
public abstract sealed class RegistryException extends RuntimeException
    permits CancelledException,
        ClosedException,
        CompactedException,
        ComputationFailedException,
        ConflictException,
        InUseException,
        InvalidArgumentException,
        InvalidNameException,
        LimitException,
        MutatedException,
        NotFoundException,
        NotImmutableException,
        NotPermittedException,
        OutcomeUnknownException,
        TypeMismatchException,
        UnavailableException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String problem;
  private final String reason;
  private final String remedy;

  RegistryException(ErrorCode code, String problem, String reason, String remedy) {
    super(code + ": " + problem + ": " + reason + ". " + remedy + ".");
    this.code = Objects.requireNonNull(code);
    this.problem = problem;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** The stable code. */
  public final ErrorCode code() {
    return code;
  }

  /** What went wrong, without a full stop. */
  public final String problem() {
    return problem;
  }

  /** Why, without a full stop. Not the {@link #getCause() exception} that led here, if any. */
  public final String reason() {
    return reason;
  }

  /** What the caller can do, without a full stop. */
  public final String remedy() {
    return remedy;
  }
}
