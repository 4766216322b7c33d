package org.drystone.registry.immutability.bytecode;

import java.util.List;
import java.util.stream.IntStream;

/** Finds writes to a field. */
final class Writes {

  private Writes() {}

  static List<Integer> of(MethodFlow flow, FieldId field) {
    return IntStream.range(0, flow.size())
        .filter(index -> flow.isReachable(index) && field.isWrittenBy(flow.instruction(index)))
        .boxed()
        .toList();
  }
}
