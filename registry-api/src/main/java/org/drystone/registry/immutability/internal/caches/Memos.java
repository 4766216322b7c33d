package org.drystone.registry.immutability.internal.caches;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.determinism.Determinism;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Callers;
import org.drystone.registry.immutability.internal.reach.Construction;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Serialization;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.drystone.registry.immutability.internal.replay.Replay;
import org.drystone.registry.immutability.internal.replay.Term;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Proves that the fields which one method touches are memos: it may be run for the first time or
 * again, and nobody can tell.
 *
 * <p>Where {@link Caches} compares the two runs value by value, this runs the method in all ways it
 * may take, helpers of its own included, and each way that has written a field once more, with what
 * is in the fields then. The second run has to give back the same, with nothing but looks at the
 * fields. So the fields may hold several marks, such as "not yet", "yes" and "no", or a number in a
 * box.
 */
public final class Memos {

  private final Family family;
  private final Class<?> exact;
  private final Set<FieldId> late;
  private final Determinism determinism;
  private final Construction construction;
  private final Callers callers;
  private final Set<FieldId> cells = new HashSet<>();
  private final Set<MethodFlow> helpers = new HashSet<>();

  /**
   * Prepares the proof.
   *
   * @param exact the exact class of the objects
   * @param late all fields of the class that are written after construction
   */
  public Memos(
      Family family,
      Class<?> exact,
      Set<FieldId> late,
      Determinism determinism,
      Construction construction) {
    this.family = family;
    this.exact = exact;
    this.late = late;
    this.determinism = determinism;
    this.construction = construction;
    this.callers = new Callers(family);
  }

  /** Whether the field is a memo; what it holds is looked at elsewhere. */
  public boolean hold(FieldId field) {
    cells.add(field);
    Optional<MethodFlow> method = onlyMethod();
    while (method.isPresent() && addOthersOf(method.get())) {
      method = onlyMethod();
    }
    return method
        .filter(Caches::mayFill)
        .filter(determinism::holds)
        .filter(flow -> new Clones(family, exact, cells).areHarmless())
        .filter(flow -> isSteady(flow, field))
        .isPresent();
  }

  /** The one method that others may call and that touches the fields, by itself or by helpers. */
  private Optional<MethodFlow> onlyMethod() {
    helpers.clear();
    Set<MethodFlow> open = new HashSet<>();
    Deque<MethodFlow> pending = new ArrayDeque<>(touching());
    Set<MethodFlow> seen = new HashSet<>(pending);
    while (!pending.isEmpty()) {
      MethodFlow flow = pending.remove();
      Optional<List<Use>> calls = calls(flow);
      if (calls.isEmpty()) {
        open.add(flow);
      } else {
        helpers.add(flow);
        calls.get().stream()
            .filter(call -> !construction.isUnseen(call))
            .map(Use::flow)
            .filter(seen::add)
            .forEach(pending::add);
      }
    }
    return open.size() == 1 ? Optional.of(open.iterator().next()) : Optional.empty();
  }

  /** All calls of a helper; empty if there are none, or if others may call it. */
  private Optional<List<Use>> calls(MethodFlow flow) {
    boolean hasSubject = !flow.isStatic() || flow.hasParameters();
    return hasSubject && !flow.isConstructor()
        ? callers.of(flow, 0).filter(calls -> !calls.isEmpty()).filter(Memos::areDirect)
        : Optional.empty();
  }

  /** A lambda is run elsewhere than where it is made. */
  private static boolean areDirect(List<Use> calls) {
    return calls.stream().allMatch(call -> call.instruction() instanceof MethodInsnNode);
  }

  private List<MethodFlow> touching() {
    return family.flowsWith(i -> cells.stream().anyMatch(c -> isTouch(c, i))).stream()
        .filter(flow -> !Serialization.isExempt(family, flow))
        .filter(flow -> !isMerelySerialized(flow))
        .filter(flow -> IntStream.range(0, flow.size()).anyMatch(index -> touches(flow, index)))
        .toList();
  }

  private static boolean isTouch(FieldId cell, AbstractInsnNode instruction) {
    return cell.isReadBy(instruction) || cell.isWrittenBy(instruction);
  }

  private boolean isMerelySerialized(MethodFlow flow) {
    return Serialization.isWriting(family, flow)
        && cells.stream().allMatch(cell -> Writes.of(flow, cell).isEmpty());
  }

  /** What belongs to the making of an object does not count. */
  private boolean touches(MethodFlow flow, int index) {
    if (!flow.isReachable(index)) {
      return false;
    }
    AbstractInsnNode instruction = flow.instruction(index);
    return cells.stream()
        .anyMatch(
            cell ->
                cell.isReadBy(instruction)
                    ? !isOwnReadOfConstructor(flow, index)
                    : cell.isWrittenBy(instruction)
                        && !construction.isUnseen(new Use(flow, index, 0)));
  }

  private static boolean isOwnReadOfConstructor(MethodFlow flow, int index) {
    return flow.isConstructor() && flow.origins(index, 0).stream().allMatch(flow::isThis);
  }

  /** Adds the other fields that these methods touch, since they are told from each other by all. */
  private boolean addOthersOf(MethodFlow method) {
    Set<MethodFlow> flows = new HashSet<>(helpers);
    flows.add(method);
    int before = cells.size();
    late.stream()
        .filter(
            other ->
                flows.stream()
                    .anyMatch(
                        flow ->
                            IntStream.range(0, flow.size())
                                .anyMatch(i -> isTouch(other, flow.instruction(i)))))
        .forEach(cells::add);
    return cells.size() > before;
  }

  private boolean isSteady(MethodFlow method, FieldId field) {
    Map<FieldId, Term> start = new HashMap<>();
    cells.forEach(cell -> start.put(cell, initial(cell)));
    Optional<List<Replay.End>> first =
        replay(Replay.Pass.FIRST, Map.of()).ends(method, start, Map.of());
    return first.isPresent()
        && first.get().stream().anyMatch(end -> end.moment().written().contains(field))
        && first.get().stream()
            .filter(end -> end.moment().hasWritten())
            .distinct()
            .allMatch(end -> isSameAgain(method, end));
  }

  private Replay replay(Replay.Pass pass, Map<FieldId, Term> repeated) {
    return new Replay(family, cells, helpers, pass, repeated);
  }

  private Term initial(FieldId cell) {
    Type type = cell.type();
    return new Term.Symbol(cell, type.getDescriptor(), type.getSize());
  }

  private boolean isSameAgain(MethodFlow method, Replay.End end) {
    return end.result().isCertain()
        && replay(Replay.Pass.AGAIN, end.moment().before())
            .ends(method, end.moment().cells(), end.moment().excluded())
            .filter(again -> again.stream().allMatch(next -> next.result().equals(end.result())))
            .isPresent();
  }
}
