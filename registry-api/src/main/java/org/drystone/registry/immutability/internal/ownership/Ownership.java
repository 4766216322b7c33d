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
import org.drystone.registry.immutability.internal.ownership.Alias.Phase;
import org.drystone.registry.immutability.internal.reach.Construction;
import org.drystone.registry.immutability.internal.reach.Family;
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
    /** The same, of what others may read in a field that is final: that shows nothing but views. */
    SHOWN,
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
  private final Sources sources;
  private final Levels levels;
  private final Effects effects;
  private final Handovers handovers;
  private final Owners owners;
  private final Fillings fillings;
  private final Returns returns = new Returns();
  private final Set<FieldId> holders = new HashSet<>();
  private final Set<Alias> known = new HashSet<>();
  private final Deque<Alias> pending = new ArrayDeque<>();
  private final Set<Put> puts = new HashSet<>();

  /** Asks about the container in the field and, if it is owned, about those in it. */
  public Ownership(
      Family family,
      FieldId field,
      Question question,
      int count,
      Construction construction,
      Keepers keepers) {
    this.family = family;
    this.field = field;
    this.question = question;
    this.construction = construction;
    this.keepers = keepers;
    this.bonds = new Bonds(family);
    this.provenance = new Provenance(family, field, new Inquiry(Inquiry.Reach.CALLERS));
    this.sources = provenance.found();
    this.levels = new Levels(count);
    this.handovers = new Handovers(family, field);
    this.owners = new Owners(construction, handovers);
    this.fillings = new Fillings(family, field, levels, handovers);
    Exits exits = new Exits(family, keepers, sources, handovers, fillings, returns);
    CallEffects calls = new CallEffects(family, holders);
    this.effects = new Effects(family, field, keepers, bonds, levels, calls, exits, this::add);
  }

  public boolean holds() {
    if (question != Question.ONLY_READ && !isNewWhenStored()) {
      return false;
    }
    if (sources.isBare()) {
      levels.noteBare(0);
    }
    int before;
    do {
      before = handovers.size() + levels.size();
      if (!areAllRead()) {
        return false;
      }
    } while (handovers.size() + levels.size() > before);
    return true;
  }

  private boolean areAllRead() {
    holders.clear();
    known.clear();
    pending.clear();
    puts.clear();
    sources.holders().forEach(this::addReads);
    if (question == Question.SHOWN && levels.areOpenFrom(0)) {
      return false;
    }
    if (question == Question.ONLY_READ || levels.areOpenFrom(0)) {
      addReads(field);
    }
    if (!addAll(fillings.within(sources, 0))) {
      return false;
    }
    while (!pending.isEmpty()) {
      if (!onlyReads(pending.remove())) {
        return false;
      }
    }
    return puts.stream().allMatch(put -> put.isIn(known));
  }

  private boolean addAll(Optional<List<Alias>> found) {
    found.ifPresent(all -> all.forEach(this::add));
    return found.isPresent();
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
              !sources.isHandedOn()
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
      case GIVES_KEYS -> gives(alias, use, Kind.CONTAINER, levels.last());
      case GIVES_ELEMENT -> givesElement(alias, use);
      case GIVES_ELEMENT_STREAM -> gives(alias, use, Kind.ELEMENT_STREAM);
      case TAKES_ELEMENT -> mayWrite(alias, use) && givesElement(alias, use);
      case FILLS -> fills(alias, use);
    };
  }

  private Optional<MethodFlow> target(MethodFlow caller, MethodInsnNode call) {
    return keepers.home(caller).target(call).or(() -> keepers.constructor(caller, call));
  }

  private boolean gives(Alias alias, Use use, Kind kind) {
    return gives(alias, use, kind, alias.level());
  }

  private boolean gives(Alias alias, Use use, Kind kind, int level) {
    handovers.noteDerived(alias, use.instruction());
    add(alias.derived(use.instruction(), kind).at(level));
    return true;
  }

  /** One that cannot be changed by who has it may be had by anybody. */
  private boolean givesElement(Alias alias, Use use) {
    int level = alias.level() + 1;
    return !levels.areOpenFrom(level) || gives(alias, use, Kind.CONTAINER, level);
  }

  private boolean fills(Alias alias, Use use) {
    return mayWrite(alias, use)
        && !keepers.isGuest(alias.flow())
        && addAll(fillings.admit(alias, use))
        && givesElement(alias, use);
  }

  /** The helper may use it, and may give it back. */
  private boolean passes(Alias alias, Use use, MethodFlow target) {
    if (!bonds.keepInQuestion(alias, use, target)) {
      return question == Question.ONLY_READ;
    }
    boolean filling =
        alias.phase() == Phase.FILLING
            && !sources.isHandedOn()
            && owners.leaveFilling(alias, use)
            && !handovers.mayPrecede(alias, use.index());
    handovers.noteDerived(alias, use.instruction());
    add(alias.passed(target, use, filling ? Phase.FILLING : Phase.SEALED));
    returns.give(target, alias, (MethodInsnNode) use.instruction()).forEach(this::add);
    return true;
  }

  /** While filling, and never after the container was handed over to an object. */
  private boolean mayWrite(Alias alias, Use write) {
    return alias.phase() == Phase.FILLING
        && owners.areUnseen(alias, write)
        && !handovers.mayPrecede(alias, write.index());
  }

  private Effect effect(Alias alias, Use use) {
    if (use.opcode() == Opcodes.PUTFIELD) {
      return ofStore(alias, use, (FieldInsnNode) use.instruction());
    }
    Effect effect = effects.of(alias, use);
    if (effect == Effect.LEAKS
        && alias.level() > 0
        && alias.kind() == Kind.CONTAINER
        && Fillings.isValue(use)) {
      puts.add(new Put(use, alias.level()));
      return Effect.READS;
    }
    return effect;
  }

  /** Another private field of the class may hold it, too; then that is read only as well. */
  private Effect ofStore(Alias alias, Use use, FieldInsnNode store) {
    boolean isFields = alias.kind() == Kind.CONTAINER && alias.level() == 0;
    if (sources.holders().stream().anyMatch(holder -> holder.isWrittenBy(store))) {
      return isFields ? Effect.READS : Effect.LEAKS;
    }
    Optional<List<Alias>> kept = keepers.keep(alias, store);
    if (kept.isPresent()) {
      kept.get().forEach(this::add);
      return Effect.READS;
    }
    if (!isFields
        || keepers.isGuest(use.flow())
        || !(field.isWrittenBy(store) || family.fields().isOwnPrivate(store))
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
