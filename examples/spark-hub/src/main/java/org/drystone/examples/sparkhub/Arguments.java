package org.drystone.examples.sparkhub;

import java.util.Iterator;
import java.util.List;

/** A command line, read from left to right. */
final class Arguments {

  private final Iterator<String> rest;

  Arguments(List<String> arguments) {
    rest = arguments.iterator();
  }

  boolean hasNext() {
    return rest.hasNext();
  }

  String next() {
    return rest.next();
  }

  /**
   * The value that follows an option.
   *
   * @throws UsageException if nothing follows
   */
  String valueOf(String option) {
    if (!rest.hasNext()) {
      throw new UsageException(option + " needs a value");
    }
    return rest.next();
  }
}
