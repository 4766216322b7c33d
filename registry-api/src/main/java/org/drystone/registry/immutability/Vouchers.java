package org.drystone.registry.immutability;

import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.HandleVoucher.Handle;

/** All vouchers of a checker. */
record Vouchers(List<HandleVoucher> vouchers) {

  Vouchers {
    vouchers = List.copyOf(vouchers);
  }

  boolean isEmpty() {
    return vouchers.isEmpty();
  }

  /** What the first voucher says that knows the object. */
  Optional<Handle> vouch(Object object) {
    for (HandleVoucher voucher : vouchers) {
      Optional<Handle> handle = voucher.vouch(object);
      if (handle.isPresent()) {
        return handle;
      }
    }
    return Optional.empty();
  }
}
