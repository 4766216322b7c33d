package org.drystone.registry.immutability.bytecode;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.bytecode.Alias.Kind;
import org.drystone.registry.immutability.bytecode.Alias.Phase;
import org.drystone.registry.immutability.bytecode.OriginInterpreter.ParameterNode;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Follows what is stored in a field back to where it was made, through locals, private helpers and
 * constructors; holds only if every source is new and known to nobody else.
 */
final class Provenance {

  /** How a source reaches the field. */
  private enum Cover {
    /** As it is. */
    NONE,
    /** Behind a view of the JDK's that nobody can change it through. */
    UNMODIFIABLE
  }

  private record Source(Use use, Cover cover, Receiver receiver) {}

  private final Family family;
  private final Callers callers;
  private final FieldId field;
  private final Set<Source> followed = new HashSet<>();
  private final Set<Alias> made = new LinkedHashSet<>();
  private final Set<MethodFlow> makers = new HashSet<>();
  private boolean handedOn;
  private boolean bare;

  Provenance(Family family, FieldId field) {
    this.family = family;
    this.callers = new Callers(family);
    this.field = field;
  }

  /** What was made where, as found so far. */
  Set<Alias> made() {
    return made;
  }

  /** The helpers that return what they made. */
  Set<MethodFlow> makers() {
    return makers;
  }

  /** Whether one object hands what is in the field on to another. */
  boolean isHandedOn() {
    return handedOn;
  }

  /** Whether the field may hold something that can be changed through it. */
  boolean isBare() {
    return bare;
  }

  /** Whether the value that is stored in the field is new. */
  boolean isNew(Use stored) {
    return isNew(stored, Cover.NONE, receiver(stored));
  }

  /** What is given to the object whose method this is matters for objects in question only. */
  private static Receiver receiver(Use use) {
    return use.flow().origins(use.index(), 0).stream().allMatch(use.flow()::isThis)
        ? Receiver.EXACT
        : Receiver.ANY;
  }

  private boolean isNew(Use use, Cover cover, Receiver receiver) {
    if (!followed.add(new Source(use, cover, receiver))) {
      return true;
    }
    Set<AbstractInsnNode> origins = use.flow().origins(use.index(), use.operand());
    return !origins.isEmpty()
        && origins.stream().allMatch(origin -> isNew(use.flow(), origin, cover, receiver));
  }

  private boolean isNew(MethodFlow flow, AbstractInsnNode origin, Cover cover, Receiver receiver) {
    if (origin instanceof ParameterNode parameter) {
      return isGivenNew(flow, parameter, cover, receiver);
    }
    if (field.isReadBy(origin)) {
      handedOn = true;
      return family.exact().map(exact -> exact.isCertain((FieldInsnNode) origin)).orElse(true);
    }
    if (origin instanceof MethodInsnNode call) {
      return isNewResult(flow, call, cover, receiver);
    }
    if (Fresh.isArray(origin) || Fresh.isContainer(flow, origin)) {
      return make(flow, origin, cover);
    }
    return origin.getOpcode() == Opcodes.ACONST_NULL || Fresh.isEmptyConstant(family, origin);
  }

  private boolean make(MethodFlow flow, AbstractInsnNode origin, Cover cover) {
    bare |= cover == Cover.NONE;
    made.add(new Alias(flow, origin, Kind.CONTAINER, Phase.FILLING));
    return true;
  }

  private boolean isGivenNew(
      MethodFlow helper, ParameterNode parameter, Cover cover, Receiver receiver) {
    return callers
        .some(helper, helper.argumentOf(parameter), receiver)
        .map(
            uses ->
                uses.stream()
                    .allMatch(
                        use ->
                            isNew(
                                use,
                                cover,
                                receiver == Receiver.EXACT ? receiver(use) : Receiver.ANY)))
        .orElse(false);
  }

  private boolean isNewResult(
      MethodFlow flow, MethodInsnNode call, Cover cover, Receiver receiver) {
    if (Fresh.isImmutable(call)) {
      return true;
    }
    if (Fresh.isCopy(flow, call)) {
      return make(flow, call, cover);
    }
    Use wrapped = new Use(flow, flow.indexOf(call), 0);
    if (Fresh.isUnmodifiable(call)) {
      return isNew(wrapped, Cover.UNMODIFIABLE, receiver);
    }
    if (Fresh.isWrapper(call)) {
      return make(flow, call, cover) && isNew(wrapped, cover, receiver);
    }
    Optional<MethodFlow> target = family.target(call);
    if (target.isEmpty() || Callers.isOpen(target.get().method())) {
      return false;
    }
    makers.add(target.get());
    return make(flow, call, cover) && returnsNew(target.get(), cover);
  }

  private boolean returnsNew(MethodFlow maker, Cover cover) {
    for (int index = 0; index < maker.size(); index++) {
      if (maker.instruction(index).getOpcode() == Opcodes.ARETURN
          && maker.isReachable(index)
          && !isNew(new Use(maker, index, 0), cover, Receiver.ANY)) {
        return false;
      }
    }
    return true;
  }
}
