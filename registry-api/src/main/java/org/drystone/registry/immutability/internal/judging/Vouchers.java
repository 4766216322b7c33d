package org.drystone.registry.immutability.internal.judging;

import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.HandleVoucher;
import org.drystone.registry.immutability.HandleVoucher.Handle;

/** All vouchers of a checker. */
public record Vouchers(List<HandleVoucher> vouchers) {

  public Vouchers {
    vouchers = List.copyOf(vouchers);
  }

  public boolean isEmpty() {
    return vouchers.isEmpty();
  }

  /** What the first voucher says that knows the object. */
  public Optional<Handle> vouch(Object object) {
    for (HandleVoucher voucher : vouchers) {
      Optional<Handle> handle = voucher.vouch(object);
      if (handle.isPresent()) {
        return handle;
      }
    }
    return Optional.empty();
  }
}
