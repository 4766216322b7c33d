package org.drystone.registry.immutability.internal.confinement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.internal.classfiles.Nest;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.drystone.registry.immutability.internal.flow.Effort;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Follows calls that take parts along, into whatever class, as long as it is sure what they run.
 * Where it is not, others reach the parts from then on.
 */
final class ConfinedCalls implements Opcodes {

  private record Call(Code entrance, Code code, List<Held> arguments, Set<Part> seen) {}

  private record Outcome(@Nullable Held result, Set<Part> seen, int round) {}

  /** How deep calls are followed. */
  private static final int MOST_DEPTH = 60;

  /** How deep calls are followed that take no part along, to see whether they bring a new one. */
  private static final int MAKERS_DEPTH = 4;

  /** How much longer it takes to follow an instruction than to look at it. */
  private static final int STEPS_OF_INSTRUCTION = 200;

  private final LoadedCode loaded;
  private final Holdings holdings;
  private final Effort effort = new Effort();
  private final Map<Call, Outcome> outcomes = new HashMap<>();
  private int round;
  private int depth;
  private long changes;

  ConfinedCalls(LoadedCode loaded, Holdings holdings) {
    this.loaded = loaded;
    this.holdings = holdings;
  }

  /** Counts an instruction that is followed. */
  void spend() {
    effort.spend(STEPS_OF_INSTRUCTION);
  }

  /** Follows all calls anew, with what is known by now. */
  void nextRound() {
    round++;
  }

  /** Differs as soon as anything more is known of any call. */
  long size() {
    return changes;
  }

  /** Runs a method that others may call; others are given what it gives back. */
  void enter(Code entrance, List<Held> arguments) {
    Held result = run(new Call(entrance, entrance, arguments, Set.of())).result();
    holdings.reach(result == null ? Held.NOTHING : result);
  }

  private Outcome run(Call call) {
    Outcome before = outcomes.get(call);
    if (before != null && before.round() == round) {
      return before;
    }
    if (++depth > MOST_DEPTH) {
      throw new UnprovableException(call.code().owner(), call.code().method());
    }
    Held known = before == null ? null : before.result();
    Set<Part> seen = before == null ? call.seen() : Holdings.union(call.seen(), before.seen());
    outcomes.put(call, new Outcome(known, seen, round));
    ConfinedMemory memory =
        new ConfinedMemory(
            call.code(), call.entrance(), call.arguments(), call.seen(), loaded, holdings);
    ConfinedSteps steps = new ConfinedSteps(memory, this);
    new ConfinedRun(call.code(), steps).run(call.arguments());
    depth--;
    Held returned = steps.returned();
    Outcome after =
        new Outcome(
            known == null ? returned : returned == null ? known : known.or(returned),
            Holdings.union(seen, memory.everSeen()),
            round);
    outcomes.put(call, after);
    if (before == null
        || !before.equals(new Outcome(after.result(), after.seen(), before.round()))) {
      changes++;
    }
    return after;
  }

  /** The result of a call; null if it is not known to end. */
  @Nullable Held call(ConfinedMemory from, MethodInsnNode call, List<Held> values) {
    Held special = ConfinedNatives.call(from, call, values);
    if (special != null) {
      return special;
    }
    if (!isWorthFinding(from, call, values)) {
      return Held.outside(Type.getReturnType(call.desc));
    }
    Optional<Class<?>> owner = loaded.find(call.owner, from.code().type());
    if (owner.isEmpty()) {
      return null; // What cannot be loaded cannot run either.
    }
    Optional<Code> named = loaded.named(owner.get(), call.name, call.desc);
    if (named.isEmpty()) {
      return leave(from, values, Type.getReturnType(call.desc));
    }
    if (call.getOpcode() != INVOKESTATIC && call.getOpcode() != INVOKESPECIAL) {
      return virtual(from, named.get(), values);
    }
    Held result = direct(from, named.get(), values);
    if (named.get().isConstructor() && completes(from, values.get(0))) {
      from.show(values.get(0));
    }
    return result;
  }

  /**
   * Whether a holder is complete now: from here on other threads may see it, unless it is a
   * constant of a class that is being initialized.
   */
  private boolean completes(ConfinedMemory from, Held made) {
    return !from.isSelf(made)
        && made.parts().anyMatch(holdings::isHolder)
        && !from.entrance().method().name.equals("<clinit>");
  }

  private @Nullable Held direct(ConfinedMemory from, Code code, List<Held> values) {
    boolean isWorthIt =
        code.isPrivate()
            || values.stream().anyMatch(Held::hasParts)
            || (depth < MAKERS_DEPTH
                && code.isFixed()
                && isMaker(code.owner().name, code.result()));
    return isWorthIt && code.hasBody()
        ? follow(from, code, values)
        : leave(from, values, code.result());
  }

  /** Whether a call takes parts along, may bring some, or may be one that others cannot enter. */
  private boolean isWorthFinding(ConfinedMemory from, MethodInsnNode call, List<Held> values) {
    return values.stream().anyMatch(Held::hasParts)
        || (depth < MAKERS_DEPTH && isMaker(call.owner, Type.getReturnType(call.desc)))
        || Nest.topLevel(call.owner).equals(Nest.topLevel(from.code().owner().name));
  }

  private static boolean isMaker(String owner, Type result) {
    return result.getSort() == Type.OBJECT
        && !result.getInternalName().startsWith("java/lang/")
        && (!owner.startsWith("java/") || owner.equals("java/util/Arrays"));
  }

  private @Nullable Held virtual(ConfinedMemory from, Code named, List<Held> values) {
    Held receiver = values.get(0);
    Held result = null;
    Map<Code, List<Part>> selected = new HashMap<>();
    List<Part> unknown = new ArrayList<>();
    receiver
        .parts()
        .forEach(
            part ->
                loaded
                    .selected(part.type(), named)
                    .filter(Code::hasBody)
                    .ifPresentOrElse(
                        code -> selected.computeIfAbsent(code, c -> new ArrayList<>()).add(part),
                        () -> unknown.add(part)));
    for (Map.Entry<Code, List<Part>> target : selected.entrySet()) {
      result = or(result, follow(from, target.getKey(), with(values, Held.of(target.getValue()))));
      if (!target.getKey().isFixed() && target.getValue().stream().anyMatch(Part::isOpen)) {
        result = or(result, leave(from, values.subList(1, values.size()), named.result()));
      }
    }
    if (!unknown.isEmpty()) {
      result =
          or(
              result,
              ConfinedNatives.isHarmless(named)
                  ? Held.outside(named.result())
                  : leave(from, with(values, Held.of(unknown)), named.result()));
    }
    if (receiver.isOutside()) {
      Held outside = receiver.where(part -> false, known -> true);
      result =
          or(
              result,
              named.isFixed()
                  ? direct(from, named, with(values, outside))
                  : leave(from, with(values, outside), named.result()));
    }
    return result;
  }

  private static @Nullable Held or(@Nullable Held one, @Nullable Held other) {
    return one == null ? other : other == null ? one : one.or(other);
  }

  private static List<Held> with(List<Held> values, Held receiver) {
    List<Held> all = new ArrayList<>(values);
    all.set(0, receiver);
    return List.copyOf(all);
  }

  private @Nullable Held follow(ConfinedMemory from, Code code, List<Held> values) {
    Outcome outcome = run(new Call(from.entrance(), code, values, from.seen()));
    from.show(outcome.seen());
    return outcome.result();
  }

  /** Calls what is not known. */
  private static Held leave(ConfinedMemory from, List<Held> values, Type result) {
    values.forEach(from::leak);
    return result.getSort() == Type.VOID ? Held.NOTHING : Held.outside(result);
  }

  /** Makes a lambda, which may run at once and at any time later, or text. */
  void link(ConfinedMemory from, InvokeDynamicInsnNode call, List<Held> captured) {
    List<Held> old = captured.stream().map(Held::old).toList();
    captured.forEach(from::show);
    String maker = call.bsm.getOwner();
    if (maker.equals("java/lang/invoke/StringConcatFactory")) {
      old.forEach(value -> print(from, value));
      return;
    }
    Optional<Handle> body =
        Arrays.stream(call.bsmArgs)
            .filter(Handle.class::isInstance)
            .map(Handle.class::cast)
            .findFirst()
            .filter(handle -> maker.equals("java/lang/invoke/LambdaMetafactory"));
    if (body.isEmpty()) {
      old.forEach(from::leak);
      return;
    }
    run(from, body.get(), old);
  }

  private void run(ConfinedMemory from, Handle body, List<Held> captured) {
    Optional<Code> code =
        loaded
            .find(body.getOwner(), from.code().type())
            .flatMap(owner -> loaded.named(owner, body.getName(), body.getDesc()));
    if (code.isEmpty() || code.get().isConstructor()) {
      if (code.filter(Code::isPrivate).isPresent()) {
        throw new UnprovableException(code.get().owner(), code.get().method());
      }
      captured.forEach(from::leak);
      return;
    }
    List<Held> arguments = new ArrayList<>(captured);
    List<Type> types = new ArrayList<>(List.of(Type.getArgumentTypes(body.getDesc())));
    if (!code.get().isStatic()) {
      types.add(0, Type.getObjectType(body.getOwner()));
    }
    types.stream().skip(captured.size()).map(Held::outside).forEach(arguments::add);
    Held result =
        code.get().isStatic() || body.getTag() == H_INVOKESPECIAL
            ? direct(from, code.get(), arguments)
            : virtual(from, code.get(), arguments);
    from.leak(result == null ? Held.NOTHING : result);
  }

  private void print(ConfinedMemory from, Held value) {
    if (value.hasParts()) {
      Optional<Code> text = loaded.named(Object.class, "toString", "()Ljava/lang/String;");
      text.ifPresent(code -> virtual(from, code, List.of(value)));
    }
  }
}
