package org.drystone.registry.immutability;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an object, with everything reachable from it, can change. Never throws for what
 * it is given; what cannot be decided is {@link Verdict.Kind#UNDECIDED}. Safe for use by any number
 * of threads.
 *
 * <p>Out of scope are changes through reflection, {@code Unsafe}, native code and deserialization.
 */
public final class ImmutabilityChecker {

  private final List<HandleVoucher> vouchers;

  /** A checker that knows no engine's handles. */
  public ImmutabilityChecker() {
    this(List.of());
  }

  /** A checker that asks these vouchers, in order, about each object it does not know itself. */
  public ImmutabilityChecker(List<HandleVoucher> vouchers) {
    this.vouchers = List.copyOf(vouchers);
  }

  /** The finding for this object; null is immutable. */
  public Verdict check(@Nullable Object object) {
    if (object == null) {
      return Verdict.immutable(Evidence.PROVEN, "null", "cannot change");
    }
    String path = object.getClass().getSimpleName();
    return vouchers.stream()
        .flatMap(voucher -> voucher.vouch(object).stream())
        .findFirst()
        .map(handle -> Verdict.of(Verdict.Kind.HANDLE, path, "is a " + handle.description(), ""))
        .orElseGet(() -> Verdict.of(Verdict.Kind.UNDECIDED, path, "is not known", "Use a record"));
  }
}
