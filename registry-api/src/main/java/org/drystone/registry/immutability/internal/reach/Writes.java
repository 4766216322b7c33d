package org.drystone.registry.immutability.internal.reach;

import java.util.List;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;

/** Finds writes to a field. */
public final class Writes {

  private Writes() {}

  public static List<Integer> of(MethodFlow flow, FieldId field) {
    return IntStream.range(0, flow.size())
        .filter(index -> flow.isReachable(index) && field.isWrittenBy(flow.instruction(index)))
        .boxed()
        .toList();
  }

  /** All values that the methods of the family store in the field. */
  public static List<Use> in(Family family, FieldId field) {
    return family.flowsWith(field.name(), field::isWrittenBy).stream()
        .flatMap(flow -> of(flow, field).stream().map(index -> new Use(flow, index, 1)))
        .toList();
  }
}
