package org.drystone.registry;

import java.util.List;

/** What was removed, and what is to be removed, as the caller may see it. */
public interface Removals {

  /**
   * What the caller could restore now, in the order of names and numbers.
   *
   * @return an unmodifiable list
   */
  List<Restorable> restorable();
}
