package org.drystone.registry.immutability.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.bytecode.Alias.Kind;
import org.drystone.registry.immutability.bytecode.Alias.Phase;
import org.drystone.registry.immutability.bytecode.OriginInterpreter.ParameterNode;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Proves that the array or collection in a private field belongs to the object alone and is never
 * changed: whatever is stored there is new, and every alias of it, through locals, helpers, views
 * and iterators, only reads once the object is complete.
 */
final class Ownership {

  /** What is asked. */
  enum Question {
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
  private final Provenance provenance;
  private final Callers callers;
  private final Stored stored;
  private final Set<FieldId> holders = new HashSet<>();
  private final Set<MethodFlow> lambdas = new HashSet<>();
  private final Set<Alias> known = new HashSet<>();
  private final Deque<Alias> pending = new ArrayDeque<>();

  Ownership(Family family, FieldId field, Question question, Construction construction) {
    this.family = family;
    this.field = field;
    this.question = question;
    this.construction = construction;
    this.provenance = new Provenance(family, field);
    this.callers = new Callers(family);
    this.stored = new Stored(family);
  }

  boolean holds() {
    if (question == Question.OWNED && !isNewWhenStored()) {
      return false;
    }
    provenance.made().forEach(this::add);
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
    return family.flowsWith(field::isWrittenBy).stream()
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
    for (MethodFlow flow : family.flowsWith(holder::isReadBy)) {
      for (int index = 0; index < flow.size(); index++) {
        AbstractInsnNode instruction = flow.instruction(index);
        if (flow.isReachable(index)
            && holder.isReadBy(instruction)
            && !Serialization.isExempt(family, flow)) {
          boolean filling =
              !provenance.isHandedOn() && construction.isUnseen(new Use(flow, index, 0));
          add(new Alias(flow, instruction, Kind.CONTAINER, filling ? Phase.FILLING : Phase.SEALED));
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
    return Use.of(alias.flow(), alias.origin()::equals).stream()
        .allMatch(use -> isHarmless(alias, use));
  }

  private boolean isHarmless(Alias alias, Use use) {
    if (use.instruction() instanceof MethodInsnNode call) {
      Optional<MethodFlow> target = family.target(call);
      if (target.isPresent()) {
        return passes(alias, use, target.get());
      }
    }
    return switch (effect(alias, use)) {
      case READS -> true;
      case WRITES -> mayWrite(alias, use);
      case LEAKS -> question == Question.ONLY_READ;
      case GIVES_CONTAINER -> gives(alias, use, Kind.CONTAINER);
      case GIVES_ENTRIES -> gives(alias, use, Kind.ENTRIES);
      case GIVES_ITERATOR ->
          gives(alias, use, alias.kind() == Kind.ENTRIES ? Kind.ENTRY_ITERATOR : Kind.ITERATOR);
      case GIVES_ENTRY -> gives(alias, use, Kind.ENTRY);
    };
  }

  private boolean gives(Alias alias, Use use, Kind kind) {
    add(alias.derived(use.instruction(), kind));
    return true;
  }

  /** The helper may use it, and may give it back. */
  private boolean passes(Alias alias, Use use, MethodFlow target) {
    MethodInsnNode call = (MethodInsnNode) use.instruction();
    if (!staysInQuestion(alias, use, target)) {
      return question == Question.ONLY_READ;
    }
    if (Type.getReturnType(call.desc).getSort() >= Type.ARRAY) {
      add(alias.derived(call, alias.kind()));
    }
    Phase phase =
        alias.phase() == Phase.FILLING && !provenance.isHandedOn() ? Phase.FILLING : Phase.SEALED;
    ParameterNode parameter = new ParameterNode(target.localOfArgument(use.operand()));
    add(new Alias(target, parameter, alias.kind(), phase));
    return true;
  }

  /** Whether the method, if its object is one of those asked about at all, is called on such. */
  private boolean staysInQuestion(Alias alias, Use use, MethodFlow target) {
    return family
        .exact()
        .map(exact -> !exact.hasMethod(target) || exact.isBound(use, alias.origin()))
        .orElse(true);
  }

  /** While filling, and never after the container was handed over to an object. */
  private boolean mayWrite(Alias alias, Use write) {
    return alias.phase() == Phase.FILLING
        && construction.isOwnerUnseen(write)
        && Use.of(alias.flow(), alias.origin()::equals).stream()
            .filter(this::handsOver)
            .noneMatch(
                handover ->
                    family
                        .paths(alias.flow())
                        .canFollow(
                            handover.index(),
                            write.index(),
                            index -> index == alias.flow().indexOf(alias.origin())));
  }

  /** In its own constructor an object may go on filling what it has stored or wrapped. */
  private boolean handsOver(Use use) {
    if (use.instruction() instanceof MethodInsnNode call) {
      return family.target(call).isPresent()
          || ((Fresh.isUnmodifiable(call) || Fresh.isWrapper(call)) && !isOwnConstructor(use));
    }
    return use.opcode() == Opcodes.PUTFIELD && use.operand() == 1 && !isOwnConstructor(use);
  }

  private boolean isOwnConstructor(Use use) {
    return use.flow().isConstructor() && use.flow().owner().name.equals(field.owner());
  }

  private Effect effect(Alias alias, Use use) {
    AbstractInsnNode instruction = use.instruction();
    if (instruction instanceof MethodInsnNode call) {
      return ofCall(alias, call, use);
    }
    int opcode = use.opcode();
    if (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE) {
      return use.operand() == 0 ? Effect.WRITES : Effect.LEAKS;
    }
    return switch (opcode) {
      case Opcodes.PUTFIELD -> ofStore(alias, use, (FieldInsnNode) instruction);
      case Opcodes.ARETURN -> mayReturn(alias) ? Effect.READS : Effect.LEAKS;
      case Opcodes.INVOKEDYNAMIC -> ofLambda(alias, use);
      case Opcodes.PUTSTATIC, Opcodes.ATHROW -> Effect.LEAKS;
      default -> Effect.READS;
    };
  }

  /** A helper may return what it made or was given, and a private one the container itself. */
  private boolean mayReturn(Alias alias) {
    boolean isMade = alias.phase() == Phase.FILLING && provenance.makers().contains(alias.flow());
    boolean isGiven = alias.origin() instanceof ParameterNode && !lambdas.contains(alias.flow());
    return isMade || isGiven || isGivenToOwn(alias);
  }

  /** Whether only the family can call the method; then the results of its calls are aliases. */
  private boolean isGivenToOwn(Alias alias) {
    boolean isOwn = family.exact().filter(exact -> exact.keepsToItself(alias.flow())).isPresent();
    Optional<List<Use>> calls =
        callers.some(alias.flow(), 0, isOwn ? Receiver.EXACT : Receiver.ANY);
    calls.ifPresent(
        uses ->
            uses.forEach(
                use -> add(new Alias(use.flow(), use.instruction(), alias.kind(), Phase.SEALED))));
    return calls.isPresent();
  }

  private Effect ofLambda(Alias alias, Use use) {
    Optional<Use> parameter =
        Lambdas.parameter(family, use).filter(body -> staysInQuestion(alias, use, body.flow()));
    parameter.ifPresent(body -> addCaptured(alias, body));
    return parameter.isPresent() ? Effect.READS : Lambdas.effect(alias, use);
  }

  private void addCaptured(Alias alias, Use body) {
    lambdas.add(body.flow());
    ParameterNode parameter = new ParameterNode(body.flow().localOfArgument(body.operand()));
    add(new Alias(body.flow(), parameter, alias.kind(), Phase.SEALED));
  }

  /** Another private field of the class may hold it, too; then that is read only as well. */
  private Effect ofStore(Alias alias, Use use, FieldInsnNode store) {
    if (alias.kind() != Kind.CONTAINER
        || !(field.isWrittenBy(store) || family.isOwnPrivateField(store))
        || !construction.isUnseen(new Use(use.flow(), use.index(), 0))
        || family.exact().filter(exact -> !exact.isBound(use, alias.origin())).isPresent()) {
      return Effect.LEAKS;
    }
    addReads(family.field(store.name));
    return Effect.READS;
  }

  private Effect ofCall(Alias alias, MethodInsnNode call, Use use) {
    boolean isReceiver = call.getOpcode() != Opcodes.INVOKESTATIC && use.operand() == 0;
    if (isReceiver && call.name.equals("iterator") && showsArray(alias)) {
      return Effect.READS; // It cannot remove.
    }
    if (isReceiver) {
      return call.name.equals("<init>")
          ? Effect.READS
          : ContainerMethods.of(alias.kind(), call.name);
    }
    if (call.name.equals("equals") && isHeld(use)) {
      return Effect.READS;
    }
    return LibraryCalls.of(call, use.operand(), alias.kind());
  }

  private boolean showsArray(Alias alias) {
    return alias.kind() == Kind.CONTAINER
        && holders.stream().anyMatch(holder -> stored.isArrayList(holder, alias.origin()));
  }

  /** Whether the receiver of the call is such a container itself. */
  private boolean isHeld(Use argument) {
    return argument.flow().origins(argument.index(), 0).stream()
        .allMatch(
            origin -> holders.stream().anyMatch(holder -> stored.isJdkContainer(holder, origin)));
  }
}
