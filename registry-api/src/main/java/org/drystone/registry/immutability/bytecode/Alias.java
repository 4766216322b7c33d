package org.drystone.registry.immutability.bytecode;

import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A value that leads to an array or collection in a field.
 *
 * @param origin what makes the value in that method
 * @param kind what it is
 * @param phase whether it may still be written to
 */
record Alias(MethodFlow flow, AbstractInsnNode origin, Kind kind, Phase phase) {

  /** Ways in which a value leads there. */
  enum Kind {
    /** The array or collection itself, or a view through which it can be changed. */
    CONTAINER,
    /** The entry set of a map: its elements can change the map, too. */
    ENTRIES,
    /** An iterator, which may remove. */
    ITERATOR,
    /** An iterator over entries. */
    ENTRY_ITERATOR,
    /** An entry of a map, which may be given another value. */
    ENTRY
  }

  /** Whether the object that holds it is complete. */
  enum Phase {
    /** Nobody else has seen it. */
    FILLING,
    /** The object is complete: read only. */
    SEALED
  }

  Alias derived(AbstractInsnNode result, Kind resultKind) {
    return new Alias(flow, result, resultKind, phase);
  }
}
