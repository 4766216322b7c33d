package org.drystone.registry.immutability.internal.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.flow.Arms;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Operands;
import org.drystone.registry.immutability.internal.reach.Family;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Runs a method in all ways that it may take, with what is known of the values. Nothing is merged;
 * loops end since a value that is made again has the same name as before.
 */
public final class Replay implements Opcodes {

  /** Which run of a method it is. */
  public enum Pass {
    /** It may compute, and then write one of the fields. */
    FIRST,
    /** It may only look at the fields, and give back something. */
    AGAIN
  }

  /** How a run ended: what is known then, and what the method gave back. */
  public record End(Moment moment, Term result) {}

  /** Beyond, the proof would cost more than it is worth. */
  private static final int MOST_MOMENTS = 4_000;

  private final Family family;
  private final Set<FieldId> cells;
  private final Set<MethodFlow> helpers;
  private final Pass pass;
  private final Map<FieldId, Term> repeated;
  private final Set<Moment> known = new HashSet<>();
  private final Deque<Moment> pending = new ArrayDeque<>();
  private final List<End> ends = new ArrayList<>();

  /**
   * Prepares runs.
   *
   * @param cells the fields in question
   * @param helpers the methods that touch them and are called by the method that runs
   * @param repeated what the fields held when the first run wrote: if they still do, for instance
   *     since a hash code is zero, the next run does all that the first one did
   */
  public Replay(
      Family family,
      Set<FieldId> cells,
      Set<MethodFlow> helpers,
      Pass pass,
      Map<FieldId, Term> repeated) {
    this.family = family;
    this.cells = cells;
    this.helpers = helpers;
    this.pass = pass;
    this.repeated = repeated;
  }

  /**
   * All ends of the method that are not exceptions.
   *
   * @return empty if it may do what is not allowed, or what is not understood
   */
  public Optional<List<End>> ends(
      MethodFlow method, Map<FieldId, Term> start, Map<Term, Set<Term>> excluded) {
    Activation entry = Activation.of(pass, method, List.of(new Term.Self()), Optional.empty());
    go(Moment.begin(entry, start, excluded));
    while (!pending.isEmpty()) {
      if (known.size() > MOST_MOMENTS || !step(pending.removeLast())) {
        return Optional.empty();
      }
    }
    return Optional.of(ends);
  }

  private boolean go(Moment next) {
    next.top().flow().spend(10);
    if (known.add(next)) {
      pending.add(next);
    }
    return true;
  }

  /** Takes one step on each way; false if that is not allowed. */
  private boolean step(Moment now) {
    AbstractInsnNode instruction = now.top().instruction();
    int opcode = instruction.getOpcode();
    if (opcode < 0) {
      return go(now.with(now.top().next()));
    }
    if (instruction instanceof JumpInsnNode jump) {
      return jump(now, jump);
    }
    if (opcode == TABLESWITCH || opcode == LOOKUPSWITCH) {
      return choose(now);
    }
    if (Arms.isReturn(opcode)) {
      return leave(now);
    }
    if (instruction instanceof FieldInsnNode use) {
      Optional<FieldId> cell = cell(use);
      if (cell.isPresent()) {
        return opcode == GETFIELD ? read(now, cell.get()) : write(now, cell.get());
      }
    }
    if (instruction instanceof MethodInsnNode call) {
      return call(now, call);
    }
    return (mayFail(opcode) || mayMismatch(now.top())) ? compute(now) : go(now.makes());
  }

  private Optional<FieldId> cell(FieldInsnNode use) {
    return cells.stream().filter(c -> c.isReadBy(use) || c.isWrittenBy(use)).findFirst();
  }

  private boolean read(Moment now, FieldId cell) {
    return now.top().top(0) instanceof Term.Self && go(now.reads(cell));
  }

  /** Once, and not where others may have written since the run has looked. */
  private boolean write(Moment now, FieldId cell) {
    return pass == Pass.FIRST
        && !now.hasWritten()
        && now.again().isEmpty()
        && now.top().top(1) instanceof Term.Self
        && Term.fits(now.top().top(0), cell.desc())
        && go(now.writes(cell));
  }

  private static boolean mayFail(int opcode) {
    boolean isArithmetic = opcode == IDIV || opcode == LDIV || opcode == IREM || opcode == LREM;
    return isArithmetic
        || (opcode >= IALOAD && opcode <= SALOAD)
        || (opcode >= IASTORE && opcode <= SASTORE)
        || (opcode >= GETSTATIC && opcode <= ATHROW)
        || opcode == MULTIANEWARRAY
        || opcode == JSR
        || opcode == RET;
  }

  /** Whether it is a cast of what was not made as that type, or a lock on another object. */
  private static boolean mayMismatch(Activation top) {
    AbstractInsnNode instruction = top.instruction();
    return instruction.getOpcode() == CHECKCAST
        ? !Term.isOf(top.top(0), ((TypeInsnNode) instruction).desc)
        : instruction.getOpcode() == MONITORENTER && !(top.top(0) instanceof Term.Self);
  }

  /** What may take its time or fail comes before the write, and is not done again. */
  private boolean compute(Moment now) {
    if (pass == Pass.AGAIN) {
      return now.holds(repeated);
    }
    if (now.hasWritten()) {
      return false;
    }
    for (Optional<Activation> at = Optional.of(now.top()); at.isPresent(); at = at.get().caller()) {
      Activation active = at.get();
      handlers(active).forEach(handler -> go(now.with(active.caughtAt(handler))));
    }
    return now.top().instruction().getOpcode() == ATHROW || go(now.makes());
  }

  private static Stream<LabelNode> handlers(Activation active) {
    return active.flow().method().tryCatchBlocks.stream()
        .filter(block -> covers(active, block))
        .map(block -> block.handler);
  }

  private static boolean covers(Activation active, TryCatchBlockNode block) {
    MethodFlow flow = active.flow();
    return flow.indexOf(block.start) <= active.index() && active.index() < flow.indexOf(block.end);
  }

  private boolean call(Moment now, MethodInsnNode call) {
    Optional<Term> converted = Boxes.result(call, now.top());
    if (converted.isPresent()) {
      return go(now.with(now.top().pop(1).push(converted.get()).next()));
    }
    boolean isNamed =
        helpers.stream()
            .map(MethodFlow::method)
            .anyMatch(helper -> helper.name.equals(call.name) && helper.desc.equals(call.desc));
    return isNamed ? enter(now, call) : compute(now);
  }

  /** Only what is certainly meant, on the same object, and not within itself. */
  private boolean enter(Moment now, MethodInsnNode call) {
    Optional<MethodFlow> target =
        family.target(call).or(() -> family.exact().flatMap(exact -> family.likelyTarget(call)));
    if (target.filter(helpers::contains).isEmpty() || isRunning(now.top(), target.get())) {
      return false;
    }
    int count = Operands.count(call);
    Activation top = now.top();
    List<Term> arguments = top.stack().subList(top.stack().size() - count, top.stack().size());
    return !arguments.isEmpty()
        && arguments.get(0) instanceof Term.Self
        && go(
            now.with(
                Activation.of(
                    List.of(top.place(), call),
                    target.get(),
                    List.copyOf(arguments),
                    Optional.of(top.pop(count)))));
  }

  private static boolean isRunning(Activation top, MethodFlow target) {
    return top.flow().equals(target)
        || top.caller().filter(outer -> isRunning(outer, target)).isPresent();
  }

  private boolean leave(Moment now) {
    Activation top = now.top();
    boolean isVoid = top.instruction().getOpcode() == RETURN;
    if (top.caller().isPresent()) {
      Activation outer = top.caller().get();
      return go(now.with((isVoid ? outer : outer.push(top.top(0))).next()));
    }
    ends.add(new End(now, isVoid ? Term.Blurred.UNSET : top.top(0)));
    return true;
  }

  private boolean jump(Moment now, JumpInsnNode jump) {
    Activation top = now.top();
    int target = top.flow().indexOf(jump.label);
    int opcode = jump.getOpcode();
    if (opcode == GOTO) {
      return jump(now, target);
    }
    if (opcode == JSR) {
      return false;
    }
    int count = Operands.count(jump);
    boolean isCompared = count == 1 && top.top(0) instanceof Term.Comparison;
    Term one = isCompared ? ((Term.Comparison) top.top(0)).one() : top.top(count - 1);
    Term other = isCompared ? ((Term.Comparison) top.top(0)).other() : other(top, opcode, count);
    Moment popped = now.with(top.pop(count));
    Branch branch = Branch.of(opcode);
    branch.notTaken(popped, one, other).ifPresent(next -> go(next.with(next.top().next())));
    return branch.taken(popped, one, other).map(next -> jump(next, target)).orElse(true);
  }

  /** A run that only looks at the fields, or has written one, comes to its end. */
  private boolean jump(Moment now, int target) {
    boolean mayRepeat = pass == Pass.FIRST && !now.hasWritten();
    return (mayRepeat || target > now.top().index()) && go(now.with(now.top().at(target)));
  }

  private static Term other(Activation top, int opcode, int count) {
    if (count == 2) {
      return top.top(0);
    }
    return opcode == IFNULL || opcode == IFNONNULL ? Term.Constant.NULL : Term.Constant.of(0);
  }

  private boolean choose(Moment now) {
    Activation top = now.top();
    Term chosen = top.top(0);
    Optional<Moment> others = Optional.of(now.with(top.pop(1)));
    Switch choice = Switch.of(now.top().instruction());
    boolean isAllowed = true;
    for (int i = 0; i < choice.keys().size(); i++) {
      Term key = Term.Constant.of(choice.keys().get(i));
      int target = top.flow().indexOf(choice.labels().get(i));
      isAllowed &= others.flatMap(m -> m.same(chosen, key)).map(m -> jump(m, target)).orElse(true);
      others = others.flatMap(m -> m.different(chosen, key));
    }
    int rest = top.flow().indexOf(choice.otherwise());
    return others.map(m -> jump(m, rest)).orElse(true) && isAllowed;
  }
}
