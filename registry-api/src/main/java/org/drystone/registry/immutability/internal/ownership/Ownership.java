package org.drystone.registry.immutability.internal.ownership;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.ownership.Alias.Kind;
import org.drystone.registry.immutability.internal.ownership.Alias.Lineage;
import org.drystone.registry.immutability.internal.ownership.Alias.Phase;
import org.drystone.registry.immutability.internal.reach.Callers;
import org.drystone.registry.immutability.internal.reach.Construction;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Receiver;
import org.drystone.registry.immutability.internal.reach.Serialization;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Proves that the array or collection in a private field belongs to the object alone and is never
 * changed: whatever is stored there is new, and every alias of it, through locals, helpers, views
 * and iterators, only reads once the object is complete.
 */
public final class Ownership {

  /** What is asked. */
  public enum Question {
    /** Whether the container belongs to the object alone and only its constructors write to it. */
    OWNED,
    /** Whether at least the class itself never writes to it, whoever else may hold it. */
    ONLY_READ
  }

  /** Beyond, the proof would cost more than it is worth. */
  private static final int MOST_ALIASES = 2_000;

  private final Family family;
  private final FieldId field;
  private final Question question;
  private final Construction construction;
  private final Keepers keepers;
  private final Bonds bonds;
  private final Provenance provenance;
  private final Callers callers;
  private final CallEffects calls;
  private final Handovers handovers;
  private final Returns returns = new Returns();
  private final Set<FieldId> holders = new HashSet<>();
  private final Set<Alias> known = new HashSet<>();
  private final Deque<Alias> pending = new ArrayDeque<>();

  public Ownership(
      Family family, FieldId field, Question question, Construction construction, Keepers keepers) {
    this.family = family;
    this.field = field;
    this.question = question;
    this.construction = construction;
    this.keepers = keepers;
    this.bonds = new Bonds(family);
    this.provenance = new Provenance(family, field);
    this.callers = new Callers(family);
    this.calls = new CallEffects(family, holders);
    this.handovers = new Handovers(family, field);
  }

  public boolean holds() {
    if (question == Question.OWNED && !isNewWhenStored()) {
      return false;
    }
    int before;
    do {
      before = handovers.size();
      if (!areAllRead()) {
        return false;
      }
    } while (handovers.size() > before);
    return true;
  }

  private boolean areAllRead() {
    holders.clear();
    known.clear();
    pending.clear();
    provenance.made().forEach(this::add);
    provenance.holders().forEach(this::addReads);
    if (question == Question.ONLY_READ || provenance.isBare()) {
      addReads(field);
    }
    while (!pending.isEmpty()) {
      if (!onlyReads(pending.remove())) {
        return false;
      }
    }
    return true;
  }

  private boolean isNewWhenStored() {
    return family.flowsWith(field.name(), field::isWrittenBy).stream()
        .filter(flow -> !Serialization.isExempt(family, flow))
        .allMatch(
            flow ->
                Writes.of(flow, field).stream()
                    .allMatch(write -> provenance.isNew(new Use(flow, write, 1))));
  }

  private void addReads(FieldId holder) {
    if (!holders.add(holder)) {
      return;
    }
    for (MethodFlow flow : family.flowsWith(holder.name(), holder::isReadBy)) {
      for (int index = 0; index < flow.size(); index++) {
        AbstractInsnNode instruction = flow.instruction(index);
        if (flow.isReachable(index)
            && holder.isReadBy(instruction)
            && !Serialization.isExempt(family, flow)) {
          boolean filling =
              !provenance.isHandedOn()
                  && !handovers.isShared()
                  && construction.isUnseen(new Use(flow, index, 0));
          add(
              Alias.held(
                  flow, instruction, Kind.CONTAINER, filling ? Phase.FILLING : Phase.SEALED));
        }
      }
    }
  }

  private void add(Alias alias) {
    if (known.size() > MOST_ALIASES) {
      throw new UnprovableException(alias.flow().owner(), alias.flow().method());
    }
    if (known.add(alias)) {
      pending.add(alias);
    }
  }

  private boolean onlyReads(Alias alias) {
    return alias.flow().uses(alias.origin()).stream().allMatch(use -> isHarmless(alias, use));
  }

  private boolean isHarmless(Alias alias, Use use) {
    handovers.note(alias, use);
    if (use.instruction() instanceof MethodInsnNode call) {
      Optional<MethodFlow> target = target(alias.flow(), call);
      if (target.isPresent()) {
        return passes(alias, use, target.get());
      }
    }
    return switch (effect(alias, use)) {
      case READS -> true;
      case WRITES ->
          mayWrite(alias, use)
              && (!LibraryCalls.givesReceiver(use) || gives(alias, use, alias.kind()));
      case LEAKS -> question == Question.ONLY_READ;
      case GIVES_CONTAINER -> gives(alias, use, Kind.CONTAINER);
      case GIVES_ENTRIES -> gives(alias, use, Kind.ENTRIES);
      case GIVES_ENTRY_STREAM -> gives(alias, use, Kind.ENTRY_STREAM);
      case GIVES_ITERATOR ->
          gives(alias, use, alias.kind() == Kind.ENTRIES ? Kind.ENTRY_ITERATOR : Kind.ITERATOR);
      case GIVES_ENTRY -> gives(alias, use, Kind.ENTRY);
    };
  }

  private Optional<MethodFlow> target(MethodFlow caller, MethodInsnNode call) {
    return keepers.home(caller).target(call).or(() -> keepers.constructor(caller, call));
  }

  private boolean gives(Alias alias, Use use, Kind kind) {
    handovers.noteDerived(alias, use.instruction());
    add(alias.derived(use.instruction(), kind));
    return true;
  }

  /** The helper may use it, and may give it back. */
  private boolean passes(Alias alias, Use use, MethodFlow target) {
    if (!staysInQuestion(alias, use, target)) {
      return question == Question.ONLY_READ;
    }
    boolean filling =
        alias.phase() == Phase.FILLING
            && !provenance.isHandedOn()
            && !handovers.mayPrecede(alias, use.index());
    handovers.noteDerived(alias, use.instruction());
    add(alias.passed(target, use, filling ? Phase.FILLING : Phase.SEALED));
    returns.give(target, alias, (MethodInsnNode) use.instruction()).forEach(this::add);
    return true;
  }

  /** Whether the method, if its object is one of those asked about at all, is called on such. */
  private boolean staysInQuestion(Alias alias, Use use, MethodFlow target) {
    return family.exact().filter(exact -> exact.hasMethod(target)).isEmpty()
        || bonds.bind(use, alias.origin());
  }

  /** While filling, and never after the container was handed over to an object. */
  private boolean mayWrite(Alias alias, Use write) {
    return alias.phase() == Phase.FILLING
        && construction.isOwnerUnseen(write)
        && !handovers.mayPrecede(alias, write.index());
  }

  private Effect effect(Alias alias, Use use) {
    AbstractInsnNode instruction = use.instruction();
    if (instruction instanceof MethodInsnNode call) {
      return ofCall(alias, use, call);
    }
    int opcode = use.opcode();
    if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      return use.operand() == 0 ? Effect.WRITES : CallEffects.ofElement(use);
    }
    return switch (opcode) {
      case Opcodes.PUTFIELD -> ofStore(alias, use, (FieldInsnNode) instruction);
      case Opcodes.ARETURN -> mayReturn(alias, use) ? Effect.READS : Effect.LEAKS;
      case Opcodes.INVOKEDYNAMIC -> ofLambda(alias, use);
      case Opcodes.PUTSTATIC, Opcodes.ATHROW -> Effect.LEAKS;
      default -> Effect.READS;
    };
  }

  private Effect ofCall(Alias alias, Use use, MethodInsnNode call) {
    Family home = keepers.home(alias.flow());
    Optional<EntryStreams.Step> step = EntryStreams.step(home, alias, use);
    if (step.isPresent()) {
      step.get().inside().forEach(this::add);
      return step.get().effect();
    }
    return home == family
        ? calls.of(alias, call, use)
        : new CallEffects(home, Set.of()).of(alias, call, use);
  }

  /** A helper may return what it made or was given, and a private one the container itself. */
  private boolean mayReturn(Alias alias, Use use) {
    if (alias.lineage() == Lineage.GIVEN) {
      returns.giveBack(alias.flow(), alias.kind()).forEach(this::add);
      return true;
    }
    boolean isMade =
        alias.phase() == Phase.FILLING
            && alias.kind() == Kind.CONTAINER
            && provenance.makers().contains(alias.flow())
            && !handovers.mayPrecede(alias, use.index());
    return isMade || isGivenToOwn(alias);
  }

  /** Whether only the family can call the method; then the results of its calls are aliases. */
  private boolean isGivenToOwn(Alias alias) {
    boolean isOwn = family.exact().filter(exact -> exact.keepsToItself(alias.flow())).isPresent();
    Optional<List<Use>> known =
        (keepers.isGuest(alias.flow()) ? new Callers(keepers.home(alias.flow())) : callers)
            .some(alias.flow(), 0, isOwn ? Receiver.EXACT : Receiver.ANY);
    known.ifPresent(
        uses ->
            uses.forEach(
                use -> add(Alias.held(use.flow(), use.instruction(), alias.kind(), Phase.SEALED))));
    return known.isPresent();
  }

  private Effect ofLambda(Alias alias, Use use) {
    Optional<Use> parameter =
        Lambdas.parameter(keepers.home(alias.flow()), use)
            .filter(body -> staysInQuestion(alias, use, body.flow()));
    parameter.ifPresent(body -> add(alias.captured(body.flow(), body.operand())));
    return parameter.isPresent() ? Effect.READS : Lambdas.effect(alias, use);
  }

  /** Another private field of the class may hold it, too; then that is read only as well. */
  private Effect ofStore(Alias alias, Use use, FieldInsnNode store) {
    if (provenance.holders().stream().anyMatch(holder -> holder.isWrittenBy(store))) {
      return alias.kind() == Kind.CONTAINER ? Effect.READS : Effect.LEAKS;
    }
    Optional<List<Alias>> kept = keepers.keep(alias, store);
    if (kept.isPresent()) {
      kept.get().forEach(this::add);
      return Effect.READS;
    }
    if (alias.kind() != Kind.CONTAINER
        || keepers.isGuest(use.flow())
        || !(field.isWrittenBy(store) || family.isOwnPrivateField(store))
        || !construction.isUnseen(new Use(use.flow(), use.index(), 0))
        || !bonds.bind(use, alias.origin())) {
      return Effect.LEAKS;
    }
    if (alias.phase() == Phase.SEALED) {
      handovers.noteShared();
    }
    addReads(family.field(store.name));
    return Effect.READS;
  }
}
