package org.drystone.registry.immutability.internal.ownership;

import java.util.Optional;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Site;
import org.drystone.registry.immutability.internal.flow.Use;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A value that leads to an array or collection in a field.
 *
 * @param origin what makes the value in that method
 * @param kind what it is
 * @param phase whether it may still be written to
 * @param lineage how the method came by it
 * @param site the call that gave it to the method, where others may call that as well
 * @param level 0 for the container in the field, 1 for one that is an element of that, and so on
 */
record Alias(
    MethodFlow flow,
    AbstractInsnNode origin,
    Kind kind,
    Phase phase,
    Lineage lineage,
    Optional<Site> site,
    int level) {

  /** Ways in which a value leads there. */
  enum Kind {
    /** The array or collection itself, or a view through which it can be changed. */
    CONTAINER,
    /** The entry set of a map: its elements can change the map, too. */
    ENTRIES,
    /** A stream of such entries. */
    ENTRY_STREAM,
    /** A stream of the containers in it. */
    ELEMENT_STREAM,
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

  /** How a method comes by a value. */
  enum Lineage {
    /** It made it, read it or called for it: whoever calls the method may be given it. */
    HELD,
    /** It is, or was taken from, an argument: only who gave it is given it back. */
    GIVEN,
    /** A lambda captured it: whoever calls the lambda is given what that returns. */
    CAPTURED
  }

  /** What a method makes itself. */
  static Alias made(MethodFlow flow, AbstractInsnNode origin) {
    return held(flow, origin, Kind.CONTAINER, Phase.FILLING);
  }

  /** What a method makes, reads or calls for. */
  static Alias held(MethodFlow flow, AbstractInsnNode origin, Kind kind, Phase phase) {
    return new Alias(flow, origin, kind, phase, Lineage.HELD, Optional.empty(), 0);
  }

  /** The same value, of another level. */
  Alias at(int otherLevel) {
    return new Alias(flow, origin, kind, phase, lineage, site, otherLevel);
  }

  /** What a method makes of it. */
  Alias derived(AbstractInsnNode result, Kind resultKind) {
    return new Alias(flow, result, resultKind, phase, lineage, site, level);
  }

  /** What another method gets when it is passed as an argument. */
  Alias passed(MethodFlow target, Use argument, Phase passedPhase) {
    return new Alias(
        target,
        target.parameter(argument.operand()),
        kind,
        passedPhase,
        Lineage.GIVEN,
        takesAnother(target, argument.operand()) ? Site.of(argument, site) : Optional.empty(),
        level);
  }

  /** Whether a method may give the argument to another one, which decides what comes of it. */
  private static boolean takesAnother(MethodFlow target, int argument) {
    Type[] types = Type.getArgumentTypes(target.method().desc);
    return target.isStatic()
        && IntStream.range(0, types.length)
            .filter(other -> other != argument)
            .mapToObj(other -> types[other].getClassName())
            .anyMatch(name -> name.startsWith("java.util.") || name.equals("java.lang.Object"));
  }

  /** What the body of a lambda gets, which may run at any time. */
  Alias captured(MethodFlow body, int argument) {
    return new Alias(
        body,
        body.parameter(argument),
        kind,
        Phase.SEALED,
        Lineage.CAPTURED,
        Optional.empty(),
        level);
  }
}
