package org.drystone.registry.immutability.internal.flow;

/** Whether an instruction may meet one of the objects in question. */
@FunctionalInterface
public interface Relevance {

  /** All do. */
  Relevance ALL = (flow, index) -> true;

  boolean concerns(MethodFlow flow, int index);
}
