package org.drystone.registry.immutability.bytecode;

/** Whether an instruction may meet one of the objects in question. */
@FunctionalInterface
interface Relevance {

  /** All do. */
  Relevance ALL = (flow, index) -> true;

  boolean concerns(MethodFlow flow, int index);
}
