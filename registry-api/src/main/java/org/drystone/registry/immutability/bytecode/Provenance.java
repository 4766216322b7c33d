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
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Follows what is stored in a field back to where it was made, through locals, private helpers and
 * constructors; holds only if every source is new and known to nobody else.
 */
final class Provenance {

  private final Family family;
  private final Callers callers;
  private final FieldId field;
  private final Set<Use> followed = new HashSet<>();
  private final Set<Alias> made = new LinkedHashSet<>();
  private final Set<MethodFlow> makers = new HashSet<>();
  private boolean handedOn;

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

  /** Whether the used value is new. */
  boolean isNew(Use use) {
    if (!followed.add(use)) {
      return true;
    }
    Set<AbstractInsnNode> origins = use.flow().origins(use.index(), use.operand());
    return !origins.isEmpty() && origins.stream().allMatch(origin -> isNew(use.flow(), origin));
  }

  private boolean isNew(MethodFlow flow, AbstractInsnNode origin) {
    if (origin instanceof ParameterNode parameter) {
      return isGivenNew(flow, parameter);
    }
    if (field.isReadBy(origin)) {
      handedOn = true;
      return true;
    }
    if (origin instanceof MethodInsnNode call) {
      return isNewResult(flow, call);
    }
    if (Fresh.isArray(origin) || Fresh.isContainer(flow, origin)) {
      made.add(new Alias(flow, origin, Kind.CONTAINER, Phase.FILLING));
      return true;
    }
    return origin.getOpcode() == Opcodes.ACONST_NULL || Fresh.isEmptyConstant(family, origin);
  }

  private boolean isGivenNew(MethodFlow helper, ParameterNode parameter) {
    return callers
        .of(helper, helper.argumentOf(parameter))
        .map(uses -> uses.stream().allMatch(this::isNew))
        .orElse(false);
  }

  private boolean isNewResult(MethodFlow flow, MethodInsnNode call) {
    if (Fresh.isImmutable(call)) {
      return true;
    }
    if (Fresh.isCopy(flow, call)) {
      made.add(new Alias(flow, call, Kind.CONTAINER, Phase.FILLING));
      return true;
    }
    if (Fresh.isWrapper(call)) {
      made.add(new Alias(flow, call, Kind.CONTAINER, Phase.FILLING));
      return isNew(new Use(flow, flow.indexOf(call), 0));
    }
    Optional<MethodFlow> target = family.target(call);
    if (target.isEmpty() || Callers.isOpen(target.get().method())) {
      return false;
    }
    made.add(new Alias(flow, call, Kind.CONTAINER, Phase.FILLING));
    makers.add(target.get());
    return returnsNew(target.get());
  }

  private boolean returnsNew(MethodFlow maker) {
    for (int index = 0; index < maker.size(); index++) {
      if (maker.instruction(index).getOpcode() == Opcodes.ARETURN
          && maker.isReachable(index)
          && !isNew(new Use(maker, index, 0))) {
        return false;
      }
    }
    return true;
  }
}
