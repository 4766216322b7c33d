package org.drystone.registry.immutability.internal.determinism;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.classfiles.Member;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.ConstantFields;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.types.Types;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Proves, for one value, that it is the object in question, something in it, or a new object that
 * is made of nothing but such: then it can change only if the object itself can.
 *
 * <p>A new object of the very class that is being judged is taken to be as good as the object in
 * question: if that class is refused for anything, so is the object.
 */
public final class Derivation implements Opcodes {

  private static final Set<Integer> HARMLESS =
      Set.of(ARETURN, PUTSTATIC, GETFIELD, INSTANCEOF, IFNULL, IFNONNULL, IF_ACMPEQ, IF_ACMPNE);

  private final Family family;
  private final Dispatch dispatch;
  private final Types types;

  /** What is derived, or being looked at: if anything is no good, nothing is. */
  private final Set<AbstractInsnNode> asked = new HashSet<>();

  /** The same of methods and constructors. */
  private final Set<MethodFlow> followed = new HashSet<>();

  public Derivation(Family family, Dispatch dispatch, Types types) {
    this.family = family;
    this.dispatch = dispatch;
    this.types = types;
  }

  /** Whether a value of a method is derived, if all that the method is given is. */
  public boolean isDerived(MethodFlow flow, AbstractInsnNode origin) {
    if (origin instanceof ParameterNode || isPlain(origin) || !asked.add(origin)) {
      return true;
    }
    if (origin instanceof MethodInsnNode call) {
      return isImmutable(Type.getReturnType(call.desc)) || isDerivedBy(flow, call);
    }
    if (origin instanceof FieldInsnNode read) {
      return read.getOpcode() == GETSTATIC ? isConstant(read) : isPart(flow, read);
    }
    return origin.getOpcode() == NEW && isMade(flow, (TypeInsnNode) origin);
  }

  private static boolean isPlain(AbstractInsnNode origin) {
    return origin.getOpcode() == ACONST_NULL
        || (origin instanceof LdcInsnNode constant && !(constant.cst instanceof ConstantDynamic));
  }

  private boolean isImmutable(Type type) {
    return type.getSort() < Type.ARRAY
        || (type.getSort() == Type.OBJECT
            && Optional.<Class<?>>ofNullable(dispatch.load(type.getInternalName()))
                .filter(types::holdsOnlyImmutable)
                .isPresent());
  }

  /** Arrays and collections may belong to the object alone, so they must not get elsewhere. */
  private boolean isPart(MethodFlow flow, FieldInsnNode read) {
    return isImmutable(Type.getType(read.desc))
        || (Fresh.isForeign(read) && isDerived(flow, flow.indexOf(read), 0));
  }

  private boolean isDerived(MethodFlow flow, int index, int operand) {
    return flow.origins(index, operand).stream().allMatch(origin -> isDerived(flow, origin));
  }

  /** Whether a static final field holds what is made of nothing but constants. */
  boolean isConstant(FieldInsnNode read) {
    List<Use> writes = ConstantFields.writes(family, read);
    return isImmutable(Type.getType(read.desc))
        ? ConstantFields.include(family, read)
        : !writes.isEmpty()
            && writes.stream().allMatch(w -> isDerived(w.flow(), w.index(), w.operand()));
  }

  private boolean isDerivedBy(MethodFlow flow, MethodInsnNode call) {
    return areArgumentsDerived(flow, call, 0)
        && target(flow, call)
            .map(member -> family.flow(member.owner(), member.method()))
            .filter(this::givesDerived)
            .isPresent();
  }

  private Optional<Member> target(MethodFlow flow, MethodInsnNode call) {
    boolean isOnThis =
        call.getOpcode() != INVOKESTATIC
            && dispatch.isBuiltOn(flow.owner().name)
            && flow.origins(flow.indexOf(call), 0).stream().allMatch(flow::isThis);
    return dispatch
        .fixed(call)
        .or(() -> isOnThis ? dispatch.onThis(call) : dispatch.released(call));
  }

  private boolean givesDerived(MethodFlow flow) {
    return !followed.add(flow)
        || IntStream.range(0, flow.size())
            .filter(flow::isReachable)
            .filter(index -> flow.instruction(index).getOpcode() == ARETURN)
            .allMatch(index -> isDerived(flow, index, 0));
  }

  private boolean areArgumentsDerived(MethodFlow flow, MethodInsnNode call, int first) {
    int index = flow.indexOf(call);
    Type[] parameters = Type.getArgumentTypes(call.desc);
    int shift = flow.operands(index).size() - parameters.length;
    return IntStream.range(first, flow.operands(index).size())
        .allMatch(
            operand ->
                (operand >= shift && isImmutable(parameters[operand - shift]))
                    || isDerived(flow, index, operand));
  }

  private boolean isMade(MethodFlow flow, TypeInsnNode made) {
    Class<?> type = dispatch.load(made.desc);
    return type != null
        && (dispatch.isExact(type) || types.isImmutableByParts(type))
        && flow.uses(made).stream().allMatch(this::addsDerived);
  }

  /** Whether the use of a new object puts nothing into it but what is derived. */
  private boolean addsDerived(Use use) {
    if (use.instruction() instanceof MethodInsnNode call) {
      return isConstructor(call) && isMadeBy(use.flow(), call);
    }
    if (use.instruction() instanceof FieldInsnNode store && use.opcode() == PUTFIELD) {
      return use.operand() == 1
          || isImmutable(Type.getType(store.desc))
          || isDerived(use.flow(), use.index(), 1);
    }
    return HARMLESS.contains(use.opcode());
  }

  private static boolean isConstructor(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call && call.name.equals("<init>");
  }

  private boolean isMadeBy(MethodFlow flow, MethodInsnNode call) {
    return areArgumentsDerived(flow, call, 1)
        && dispatch
            .fixed(call)
            .map(member -> family.flow(member.owner(), member.method()))
            .filter(this::storesDerived)
            .isPresent();
  }

  /** Whether a constructor leaves nothing in its object but what is derived from its arguments. */
  private boolean storesDerived(MethodFlow constructor) {
    return !followed.add(constructor)
        || IntStream.range(0, constructor.size())
            .filter(constructor::isReachable)
            .allMatch(index -> storesDerived(constructor, index));
  }

  private boolean storesDerived(MethodFlow constructor, int index) {
    AbstractInsnNode instruction = constructor.instruction(index);
    if (instruction instanceof FieldInsnNode store && store.getOpcode() == PUTFIELD) {
      return isImmutable(Type.getType(store.desc)) || isDerived(constructor, index, 1);
    }
    if (instruction instanceof MethodInsnNode call) {
      return call.owner.equals("java/lang/Object")
          || (isConstructor(call) ? isMadeBy(constructor, call) : isAside(constructor, call));
    }
    return instruction.getOpcode() == GETFIELD
        || IntStream.range(0, constructor.operands(index).size())
            .noneMatch(operand -> isOfThis(constructor, index, operand));
  }

  /** Whether a call is given nothing that it could change; but for the JDK, which does not. */
  private boolean isAside(MethodFlow constructor, MethodInsnNode call) {
    int index = constructor.indexOf(call);
    return IntStream.range(0, constructor.operands(index).size())
            .noneMatch(operand -> isOfThis(constructor, index, operand))
        && (KnownCalls.isJudged(call.owner)
            || (call.getOpcode() == INVOKESTATIC
                && Stream.of(Type.getArgumentTypes(call.desc)).allMatch(this::isImmutable)));
  }

  private static boolean isOfThis(MethodFlow flow, int index, int operand) {
    return flow.origins(index, operand).stream().anyMatch(flow::isThis);
  }
}
