package org.drystone.registry.immutability;

import java.util.ArrayList;
import java.util.List;

/** A list that clears whatever list it is compared with. */
final class Clearing extends ArrayList<String> {

  private static final long serialVersionUID = 1;

  Clearing(int size) {
    super(size);
  }

  @Override
  public boolean equals(Object other) {
    if (other instanceof List<?> list) {
      list.clear();
    }
    return true;
  }

  @Override
  public int hashCode() {
    return 1;
  }
}
