package org.drystone.registry.immutability.bytecode;

import java.util.List;
import java.util.Set;

/** The private methods that only serialization calls, which is out of scope. */
final class Serialization {

  private static final Set<String> METHODS =
      Set.of(
          "readObject(Ljava/io/ObjectInputStream;)V",
          "writeObject(Ljava/io/ObjectOutputStream;)V",
          "readObjectNoData()V");

  private Serialization() {}

  /** Whether it is such a method, and the family itself never calls it. */
  static boolean isExempt(Family family, MethodFlow flow) {
    return METHODS.contains(flow.method().name + flow.method().desc)
        && new Callers(family).of(flow, 0).filter(List::isEmpty).isPresent();
  }
}
