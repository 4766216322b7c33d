package org.drystone.registry.immutability.internal.determinism;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.classfiles.Member;
import org.drystone.registry.immutability.internal.flow.Arms;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.reach.ConstantFields;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.types.Types;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Proves that a method gives the same each time it runs on the same object, and changes nothing:
 * all that it calls is followed to the bottom, or known of the JDK.
 */
public final class Determinism implements Opcodes {

  private static final Set<String> BOOTSTRAPS =
      Set.of(
          "java/lang/invoke/LambdaMetafactory",
          "java/lang/invoke/StringConcatFactory",
          "java/lang/runtime/ObjectMethods",
          "java/lang/runtime/SwitchBootstraps");

  /** What every class defines by what an object is worth, or else by which object it is. */
  private static final Set<String> VALUE_METHODS =
      Set.of(
          "hashCode()I",
          "equals(Ljava/lang/Object;)Z",
          "toString()Ljava/lang/String;",
          "compareTo(Ljava/lang/Object;)I",
          "getClass()Ljava/lang/Class;");

  private static final Pattern FUNCTIONS =
      Pattern.compile(
          "L(java/util/function/.*|java/util/(Comparator|Iterator|Enumeration)"
              + "|java/util/concurrent/Callable|java/lang/Runnable|scala/Function.*"
              + "|kotlin/jvm/functions/.*);");

  /** Beyond, the proof would cost more than it is worth. */
  private static final int MOST_METHODS = 300;

  /** A run of a method: on the object in question or another, and with what it is given. */
  private record Run(MethodNode method, boolean onThis, Givens givens) {}

  private final Family family;
  private final Dispatch dispatch;
  private final Types types;
  private final Identities identities;
  private final Set<Run> known = new HashSet<>();

  /** Whether something else may happen each time on a way that can only end in an exception. */
  private boolean failsOddly;

  /** Whether a method goes on after an exception, of which it could tell others. */
  private boolean catches;

  public Determinism(Family family, Dispatch dispatch, Types types) {
    this.family = family;
    this.dispatch = dispatch;
    this.types = types;
    this.identities = new Identities(dispatch);
  }

  /** For a method that runs on the object in question. */
  public boolean holds(MethodFlow flow) {
    return holds(flow, true, Givens.NONE);
  }

  /** For one instruction of such a method. */
  public boolean holds(MethodFlow flow, int index) {
    catches |= catches(flow);
    Run run = new Run(flow.method(), true, Givens.NONE);
    return isCertainOrEnds(flow, index, run) && !(failsOddly && catches);
  }

  private boolean holds(MethodFlow flow, boolean onThis, Givens givens) {
    Run run = new Run(flow.method(), onThis, givens);
    if (!known.add(run)) {
      return true;
    }
    for (int index = 0; known.size() <= MOST_METHODS && index < flow.size(); index++) {
      if (!isCertainOrEnds(flow, index, run)) {
        return false;
      }
    }
    catches |= catches(flow);
    return known.size() <= MOST_METHODS && !(failsOddly && catches);
  }

  /** What was followed on a way to an exception is no proof for other ways. */
  private boolean isCertainOrEnds(MethodFlow flow, int index, Run run) {
    if (!flow.isReachable(index)) {
      return true;
    }
    Set<Run> before = mayFollow(flow.instruction(index)) ? Set.copyOf(known) : known;
    if (isCertain(flow, index, run)) {
      return true;
    }
    known.retainAll(before);
    failsOddly = true;
    return !returnsAfter(flow, index);
  }

  private static boolean mayFollow(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode || instruction instanceof InvokeDynamicInsnNode;
  }

  private boolean returnsAfter(MethodFlow flow, int index) {
    return family.paths(flow).reachable(index, (from, to) -> true).stream()
        .anyMatch(next -> Arms.isReturn(flow.instruction(next).getOpcode()));
  }

  private boolean catches(MethodFlow flow) {
    return flow.method().tryCatchBlocks.stream()
        .anyMatch(block -> returnsAfter(flow, flow.indexOf(block.handler)));
  }

  private boolean isCertain(MethodFlow flow, int index, Run run) {
    AbstractInsnNode instruction = flow.instruction(index);
    if (identities.areAsked(flow, index, run.onThis())) {
      return false;
    }
    if (instruction instanceof MethodInsnNode call) {
      return isCertain(flow, index, call, run);
    }
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return BOOTSTRAPS.contains(call.bsm.getOwner()) && isCertainBody(flow, index, call, run);
    }
    if (instruction instanceof LdcInsnNode constant) {
      return !(constant.cst instanceof ConstantDynamic);
    }
    return instruction.getOpcode() != PUTSTATIC
        && !isForeignCode(instruction)
        && (instruction.getOpcode() != GETSTATIC || isSteady((FieldInsnNode) instruction));
  }

  private boolean isCertain(MethodFlow flow, int index, MethodInsnNode call, Run run) {
    Optional<AbstractInsnNode> maker = run.givens().maker(flow, index);
    if (maker.filter(made -> Givens.runsBody(made, call)).isPresent()) {
      return true;
    }
    if (KnownCalls.isJudged(call.owner)) {
      return KnownCalls.isSteady(call);
    }
    boolean isOnThis = run.onThis() && isOnThis(flow, index, call);
    return maker
        .flatMap(made -> onMade(made, call))
        .or(() -> dispatch.fixed(call))
        .or(() -> isOnThis ? dispatch.onThis(call) : dispatch.released(call))
        .map(List::of)
        .or(() -> ClosedTypes.targets(dispatch, call))
        .map(members -> members.stream().allMatch(m -> holds(flow, index, m, isOnThis, run)))
        .orElseGet(() -> VALUE_METHODS.contains(call.name + call.desc));
  }

  private boolean holds(MethodFlow caller, int call, Member member, boolean onThis, Run run) {
    MethodFlow target = family.flow(member.owner(), member.method());
    return holds(target, onThis, run.givens().passed(caller, call, target));
  }

  /** What a call of an object of a known class runs. */
  private Optional<Member> onMade(AbstractInsnNode maker, MethodInsnNode call) {
    return maker instanceof TypeInsnNode made && !KnownCalls.isJudged(made.desc)
        ? Optional.<Class<?>>ofNullable(dispatch.load(made.desc))
            .flatMap(type -> new Dispatch(type).onThis(call))
        : Optional.empty();
  }

  /** What somebody gave the object to be run may do anything. */
  private static boolean isForeignCode(AbstractInsnNode instruction) {
    return instruction instanceof FieldInsnNode read
        && instruction.getOpcode() == GETFIELD
        && FUNCTIONS.matcher(read.desc).matches();
  }

  private static boolean isOnThis(MethodFlow flow, int index, MethodInsnNode call) {
    return call.getOpcode() != INVOKESTATIC
        && flow.origins(index, 0).stream().allMatch(flow::isThis);
  }

  /** What a lambda does is done where it is called; here it is as good. */
  private boolean isCertainBody(MethodFlow flow, int index, InvokeDynamicInsnNode call, Run run) {
    if (!call.bsm.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
      return true;
    }
    Handle body = (Handle) call.bsmArgs[1];
    MethodInsnNode meant =
        new MethodInsnNode(opcode(body), body.getOwner(), body.getName(), body.getDesc());
    boolean isOnThis = run.onThis() && !call.desc.startsWith("()") && isOnThis(flow, index, meant);
    return KnownCalls.isJudged(body.getOwner())
        ? KnownCalls.isSteady(meant)
        : dispatch
            .fixed(meant)
            .or(() -> isOnThis ? dispatch.onThis(meant) : Optional.empty())
            .map(member -> family.flow(member.owner(), member.method()))
            .map(target -> holds(target, isOnThis, Givens.NONE))
            .orElseGet(() -> VALUE_METHODS.contains(meant.name + meant.desc));
  }

  private static int opcode(Handle body) {
    return switch (body.getTag()) {
      case H_INVOKESTATIC -> INVOKESTATIC;
      case H_INVOKEINTERFACE -> INVOKEINTERFACE;
      case H_INVOKEVIRTUAL -> INVOKEVIRTUAL;
      default -> INVOKESPECIAL;
    };
  }

  /** A static field that always holds the same value. */
  private boolean isSteady(FieldInsnNode read) {
    return KnownCalls.isJudged(read.owner)
        || (ConstantFields.include(family, read)
            && new Constants(family, dispatch, types).isSteady(read));
  }
}
