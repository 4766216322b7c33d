package org.drystone.registry.internal.publishing;

import java.util.Comparator;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.drystone.registry.LimitException;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Usage;
import org.drystone.registry.UserLimits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.rights.Reader;

/** The limits of one reader. */
public final class Quota {

  private static final int OWNERS_TOLD = 3;

  private final Core core;
  private final Reader reader;
  private final UserLimits limits;

  public Quota(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.limits = core.limits.of(reader.caller().user());
  }

  /**
   * Checks that the reader may keep one more version.
   *
   * @param bytes its size, as far as known
   * @throws LimitException if not, naming the largest owners of what the reader may see
   */
  void requireRoom(long bytes, long revision) {
    Usage usage = core.usages.of(user());
    if (usage.versions() >= limits.versions()) {
      throw full(
          "keeps " + usage.versions() + " versions, of " + limits.versions() + " allowed",
          largest(Usage::versions, " versions", revision));
    }
    if (bytes > limits.bytes() - usage.bytes()) {
      throw full(
          "keeps "
              + usage.bytes()
              + " bytes, of "
              + limits.bytes()
              + " allowed, and this has "
              + bytes,
          largest(Usage::bytes, " bytes", revision));
    }
  }

  /**
   * Runs what freezes and commits a value, if the reader has not too much at work.
   *
   * @throws LimitException if it has
   */
  <R> R freezing(Supplier<R> work) {
    Principal user = user();
    int atWork = core.freezing.merge(user, 1, Integer::sum);
    try {
      if (atWork > limits.freezes()) {
        throw busy(
            "publishes " + (atWork - 1) + " values now, of " + limits.freezes() + " allowed");
      }
      return work.get();
    } catch (LimitException e) {
      core.listeners.refused(reader.caller(), e);
      throw e;
    } finally {
      core.freezing.computeIfPresent(user, (any, count) -> count == 1 ? null : count - 1);
    }
  }

  /**
   * Checks the number of claims, one that was just made included.
   *
   * @throws LimitException if there are too many
   */
  public void requireFewClaims() {
    long claims = core.claims.list().stream().filter(claim -> claim.user().equals(user())).count();
    if (claims > limits.claims()) {
      LimitException refusal =
          busy("holds " + (claims - 1) + " claims, of " + limits.claims() + " allowed");
      core.listeners.refused(reader.caller(), refusal);
      throw refusal;
    }
  }

  private Principal user() {
    return reader.caller().user();
  }

  /** Only of namespaces that the reader may read as a whole: what is hidden is not counted. */
  private String largest(ToLongFunction<Usage> size, String unit, long revision) {
    Map<Principal, Usage> visible =
        core.usages.byOwner(
            namespace -> core.rights.allows(reader, namespace, Right.READ, revision));
    return visible.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Principal, Usage>>comparingLong(
                    entry -> -size.applyAsLong(entry.getValue()))
                .thenComparing(Map.Entry::getKey))
        .limit(OWNERS_TOLD)
        .map(entry -> entry.getKey() + " (" + size.applyAsLong(entry.getValue()) + unit + ")")
        .collect(Collectors.joining(", "));
  }

  private LimitException full(String reason, String largest) {
    return new LimitException(
        user() + " cannot publish more",
        user() + " " + reason,
        "Remove what you no longer need, or ask the host for more; of what you may see, the most is"
            + " kept by "
            + (largest.isEmpty() ? "nobody" : largest));
  }

  private LimitException busy(String reason) {
    return new LimitException(
        user() + " cannot begin this now", user() + " " + reason, "Wait until something is done");
  }
}
