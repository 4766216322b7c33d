package org.drystone.registry.immutability.internal.ownership;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Serialization;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** What a use does to the container that an alias leads to, unless it stores it in a field. */
final class Effects {

  private final Family family;
  private final FieldId field;
  private final Keepers keepers;
  private final Bonds bonds;
  private final Levels levels;
  private final CallEffects calls;
  private final Exits exits;
  private final Consumer<Alias> add;

  /** Further aliases that come of a use are added. */
  Effects(
      Family family,
      FieldId field,
      Keepers keepers,
      Bonds bonds,
      Levels levels,
      CallEffects calls,
      Exits exits,
      Consumer<Alias> add) {
    this.family = family;
    this.field = field;
    this.keepers = keepers;
    this.bonds = bonds;
    this.levels = levels;
    this.calls = calls;
    this.exits = exits;
    this.add = add;
  }

  Effect of(Alias alias, Use use) {
    return levels.matterWithin(alias.level()) ? ofOuter(alias, use) : ofAny(alias, use);
  }

  /** On a container of containers, which are put in one by one. */
  private Effect ofOuter(Alias alias, Use use) {
    if (levels.showWithin(alias.level())) {
      return ofShowing(alias, use);
    }
    Effect effect = ofAny(alias, use);
    return effect == Effect.WRITES ? ofShowing(alias, use) : effect;
  }

  /** On one that shows containers that can be changed. */
  private Effect ofShowing(Alias alias, Use use) {
    return switch (use.opcode()) {
      case Opcodes.AALOAD -> Effect.GIVES_ELEMENT;
      case Opcodes.AASTORE -> use.operand() == 0 ? Effect.FILLS : CallEffects.ofElement(use);
      default ->
          use.instruction() instanceof MethodInsnNode call
              ? ofOuterCall(alias, use, call)
              : ofAny(alias, use);
    };
  }

  private Effect ofAny(Alias alias, Use use) {
    AbstractInsnNode instruction = use.instruction();
    if (instruction instanceof MethodInsnNode call) {
      return ofCall(alias, use, call);
    }
    int opcode = use.opcode();
    if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      return use.operand() == 0 ? Effect.WRITES : CallEffects.ofElement(use);
    }
    return switch (opcode) {
      case Opcodes.ARETURN -> exits.admit(alias, use, add) ? Effect.READS : Effect.LEAKS;
      case Opcodes.INVOKEDYNAMIC -> ofLambda(alias, use);
      case Opcodes.PUTSTATIC, Opcodes.ATHROW -> Effect.LEAKS;
      default -> Effect.READS;
    };
  }

  private Effect ofOuterCall(Alias alias, Use use, MethodInsnNode call) {
    Family home = keepers.home(alias.flow());
    return taken(ElementStreams.step(home, levels, alias, use))
        .or(() -> taken(EntryStreams.step(home, levels, alias, use)))
        .orElseGet(
            () ->
                Serialization.isShown(home, use.flow(), call)
                        || calls.comparesOwn(field, alias, call, use)
                    ? Effect.READS
                    : OuterCalls.of(alias, call, use));
  }

  private Effect ofCall(Alias alias, Use use, MethodInsnNode call) {
    Family home = keepers.home(alias.flow());
    return taken(EntryStreams.step(home, levels, alias, use))
        .orElseGet(
            () -> (home == family ? calls : new CallEffects(home, Set.of())).of(alias, call, use));
  }

  private Optional<Effect> taken(Optional<EntryStreams.Step> step) {
    step.ifPresent(known -> known.inside().forEach(add));
    return step.map(EntryStreams.Step::effect);
  }

  private Effect ofLambda(Alias alias, Use use) {
    Optional<Use> parameter =
        Lambdas.parameter(keepers.home(alias.flow()), use)
            .filter(body -> bonds.keepInQuestion(alias, use, body.flow()));
    parameter.ifPresent(body -> add.accept(alias.captured(body.flow(), body.operand())));
    return parameter.isPresent() ? Effect.READS : Lambdas.effect(alias, use, levels);
  }
}
