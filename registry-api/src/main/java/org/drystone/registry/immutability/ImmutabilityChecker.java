package org.drystone.registry.immutability;

import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.HandleVoucher.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an object, with everything reachable from it, can change. Never throws for what
 * it is given; what cannot be decided is {@link Verdict.Kind#UNDECIDED}. Safe for use by any number
 * of threads.
 *
 * <p>Out of scope are changes through reflection, {@code Unsafe}, native code and deserialization.
 */
public final class ImmutabilityChecker {

  private final Vouchers vouchers;
  private final List<Limits> attempts;

  /** A checker that knows no engine's handles. */
  public ImmutabilityChecker() {
    this(List.of());
  }

  /**
   * A checker that asks these vouchers, in order, about each object whose class alone does not make
   * it immutable. An object that one of them vouches for is a {@link Verdict.Kind#HANDLE} if it is
   * the root; inside of another value it is refused, with its path.
   */
  public ImmutabilityChecker(List<HandleVoucher> vouchers) {
    this(vouchers, List.of(Limits.TREE, Limits.GRAPH));
  }

  /** A checker that walks with these limits, one after the other, until they suffice. */
  ImmutabilityChecker(List<HandleVoucher> vouchers, List<Limits> attempts) {
    this.vouchers = new Vouchers(vouchers);
    this.attempts = List.copyOf(attempts);
  }

  /**
   * The finding for this object; null is immutable. An object that changes meanwhile is found out
   * or not, but does no harm.
   */
  public Verdict check(@Nullable Object object) {
    if (object == null) {
      return Verdict.immutable(Evidence.PROVEN, "null", "cannot change");
    }
    Optional<Handle> handle = vouchers.vouch(object);
    return handle.isPresent()
        ? checkHandle(object, handle.get())
        : attempt(object, limits -> Walk.from(object, vouchers, limits));
  }

  /**
   * Explains what holds of objects of exactly this class, and why, field by field. Never throws,
   * whatever the class; engines' handles are recognised as objects only, so not here.
   */
  public Explanation explain(Class<?> type) {
    return Explainer.explain(type);
  }

  private Verdict checkHandle(Object object, Handle handle) {
    Verdict behind =
        attempt(object, limits -> Walk.behind(object, handle.contents(), vouchers, limits));
    return behind.kind() == Verdict.Kind.IMMUTABLE
        ? Verdict.of(
            Verdict.Kind.HANDLE,
            behind.path(),
            "is " + ShortName.withArticle(handle.description()),
            "")
        : behind;
  }

  private Verdict attempt(Object root, Attempt attempt) {
    String reached = "";
    for (Limits limits : attempts) {
      try {
        return attempt.within(limits);
      } catch (LimitReachedException e) {
        reached = e.limit();
      }
    }
    return Verdict.of(
        Verdict.Kind.UNDECIDED, ShortName.ofRoot(root), reached, "Publish it in smaller parts");
  }

  /** A walk that ends by itself. */
  @FunctionalInterface
  private interface Attempt {
    Verdict within(Limits limits) throws LimitReachedException;
  }
}
