package org.drystone.registry;

/**
 * How much one user may have at a time. Immutable: {@code
 * UserLimits.none().atMostVersions(10_000)}.
 *
 * @param versions versions that the user published and that were not removed
 * @param bytes their stored bytes, as far as {@link Label#bytes} tells them
 * @param freezes publications at work at the same time
 * @param claims claims at the same time
 */
public record UserLimits(long versions, long bytes, long freezes, long claims) {

  private static final UserLimits NONE =
      new UserLimits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  /**
   * Checks the range.
   *
   * @throws InvalidArgumentException if one is negative
   */
  public UserLimits {
    if (versions < 0 || bytes < 0 || freezes < 0 || claims < 0) {
      throw new InvalidArgumentException(
          "A user cannot be limited to less than nothing",
          "a limit is negative",
          "Use zero or more, or leave it out");
    }
  }

  /** No limits. */
  public static UserLimits none() {
    return NONE;
  }

  /** The same with at most so many versions; as the constructor. */
  public UserLimits atMostVersions(long most) {
    return new UserLimits(most, bytes, freezes, claims);
  }

  /** The same with at most so many bytes; as the constructor. */
  public UserLimits atMostBytes(long most) {
    return new UserLimits(versions, most, freezes, claims);
  }

  /** The same with at most so many publications at work; as the constructor. */
  public UserLimits atMostFreezes(long most) {
    return new UserLimits(versions, bytes, most, claims);
  }

  /** The same with at most so many claims; as the constructor. */
  public UserLimits atMostClaims(long most) {
    return new UserLimits(versions, bytes, freezes, most);
  }
}
