package org.drystone.registry.immutability;

import java.util.List;
import java.util.Optional;

/** Recognises the handles of an engine, whose own fields tell nothing of what they stand for. */
@FunctionalInterface
public interface HandleVoucher {

  /**
   * Vouches for an object.
   *
   * @return empty if this voucher does not know such objects
   */
  Optional<Handle> vouch(Object object);

  /** Knows no handles. */
  static HandleVoucher none() {
    return object -> Optional.empty();
  }

  /**
   * What a voucher says of a handle.
   *
   * @param description what it is, such as {@code Spark DataFrame}
   * @param contents objects behind the handle that must be checked as well
   */
  record Handle(String description, List<Object> contents) {

    /** Copies the list. */
    public Handle {
      contents = List.copyOf(contents);
    }
  }
}
