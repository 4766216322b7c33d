package org.drystone.registry.immutability.internal.ownership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Search;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Family;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Where a method hands an array or collection over to an object: from there on others may see it,
 * under whatever name the method itself still knows it. In its own constructor an object may go on
 * filling what it has stored or wrapped.
 */
final class Handovers {

  private record Value(MethodFlow flow, AbstractInsnNode origin) {}

  private record Handover(Value value, int index) {}

  private final Family family;
  private final FieldId field;
  private final Set<Handover> known = new HashSet<>();
  private final Map<Value, Set<AbstractInsnNode>> sources = new HashMap<>();
  private final Search<Value> search = new Search<>(this::isStored);
  private boolean shared;

  Handovers(Family family, FieldId field) {
    this.family = family;
    this.field = field;
  }

  /** Grows with what becomes known; what was allowed before has to be asked for again then. */
  int size() {
    return known.size() + sources.values().stream().mapToInt(Set::size).sum() + (shared ? 1 : 0);
  }

  /** Takes note of a use. */
  void note(Alias alias, Use use) {
    if (handsOver(use)) {
      known.add(new Handover(value(alias), use.index()));
    }
  }

  /** Takes note that one value leads to where another one does. */
  void noteDerived(Alias alias, AbstractInsnNode result) {
    sources
        .computeIfAbsent(new Value(alias.flow(), result), v -> new HashSet<>())
        .addAll(sourcesOf(value(alias)));
  }

  /** Takes note that one value holds another one: who can see one of them can see both. */
  void noteHeld(Alias container, Alias held) {
    Set<AbstractInsnNode> both = new HashSet<>(sourcesOf(value(container)));
    both.addAll(sourcesOf(value(held)));
    for (Alias alias : List.of(container, held)) {
      sources.computeIfAbsent(value(alias), v -> new HashSet<>()).addAll(both);
    }
  }

  /** Takes note that what a complete object holds was given to another one as well. */
  void noteShared() {
    shared = true;
  }

  /** Whether two objects may hold the same. */
  boolean isShared() {
    return shared
        || known.stream()
            .anyMatch(
                one ->
                    known.stream()
                        .filter(other -> other.value().flow() == one.value().flow())
                        .anyMatch(other -> mayFollow(one, other.value(), other.index())));
  }

  /** Whether others may see it when the method that knows such an alias comes there. */
  boolean mayPrecede(Alias alias, int index) {
    return known.stream()
        .filter(handover -> handover.value().flow() == alias.flow())
        .anyMatch(handover -> mayFollow(handover, value(alias), index));
  }

  private boolean mayFollow(Handover handover, Value later, int index) {
    Set<AbstractInsnNode> before = sourcesOf(handover.value());
    Set<AbstractInsnNode> after = sourcesOf(later);
    boolean areNew = areNew(later.flow(), before) && areNew(later.flow(), after);
    if (areNew && before.stream().noneMatch(after::contains)) {
      return false;
    }
    int again = areNew && after.size() == 1 ? newAgain(later.flow(), after.iterator().next()) : -1;
    return family.paths(later.flow()).canFollow(handover.index(), index, i -> i == again);
  }

  /** Where another one takes the place of the one before; -1 if something leads to that still. */
  private int newAgain(MethodFlow flow, AbstractInsnNode origin) {
    int made = flow.indexOf(origin);
    boolean isKept =
        flow.isKeptAt(
            made, kept -> sourcesOf(new Value(flow, kept)).contains(origin), family.paths(flow));
    return isKept ? -1 : made;
  }

  /** What is new is nothing else that is new. */
  private boolean areNew(MethodFlow flow, Set<AbstractInsnNode> origins) {
    Copies copies = new Copies(family, flow);
    return origins.stream()
        .allMatch(
            origin ->
                Fresh.isMade(origin)
                    || (origin instanceof MethodInsnNode call && copies.make(call)));
  }

  /** What made the value, or what it leads to, in the method that has it. */
  Set<AbstractInsnNode> sources(Alias alias) {
    return sourcesOf(value(alias));
  }

  /** Whether a value of the method leads to where another one does, or holds it. */
  boolean isFrom(AbstractInsnNode source, MethodFlow flow, AbstractInsnNode value) {
    return sourcesOf(new Value(flow, value)).contains(source);
  }

  private static Value value(Alias alias) {
    return new Value(alias.flow(), alias.origin());
  }

  private Set<AbstractInsnNode> sourcesOf(Value value) {
    return sources.getOrDefault(value, Set.of(value.origin()));
  }

  private boolean handsOver(Use use) {
    List<Value> passed = new ArrayList<>();
    return handsOver(use, passed) || passed.stream().anyMatch(search::finds);
  }

  /** Whether the use itself hands it over; if it is passed on, as which parameter is added. */
  private boolean handsOver(Use use, Collection<Value> passed) {
    if (use.instruction() instanceof MethodInsnNode call) {
      Optional<MethodFlow> target = family.target(call);
      target.ifPresent(to -> passed.add(new Value(to, to.parameter(use.operand()))));
      return target.isEmpty() && Fresh.showsArgument(call) && !isOwnConstructor(use.flow());
    }
    return use.opcode() == Opcodes.PUTFIELD && use.operand() == 1 && !isOwnStore(use);
  }

  private boolean isOwnStore(Use store) {
    return isOwnConstructor(store.flow())
        && store.flow().origins(store.index(), 0).stream().allMatch(store.flow()::isThis);
  }

  private boolean isOwnConstructor(MethodFlow flow) {
    return flow.isConstructor() && flow.owner().name.equals(field.owner());
  }

  /** Whether a method may keep what it is given in an object. */
  private boolean isStored(Value given, Collection<Value> passed) {
    return given.flow().isConstructor()
        || given.flow().uses(given.origin()).stream()
            .anyMatch(
                use ->
                    use.opcode() == Opcodes.PUTFIELD
                        || use.opcode() == Opcodes.INVOKEDYNAMIC
                        || use.opcode() == Opcodes.ARETURN
                        || handsOver(use, passed));
  }
}
