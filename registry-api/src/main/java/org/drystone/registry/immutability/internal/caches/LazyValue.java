package org.drystone.registry.immutability.internal.caches;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.Arms;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Paths;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A value that one method fills, in a lock on its object, where it finds a bit unset, which it sets
 * then.
 */
final class LazyValue implements Opcodes {

  private final Family family;
  private final MethodFlow filler;
  private final FieldId value;
  private final Bit bit;
  private final int fill;
  private final int mark;

  private LazyValue(Family family, MethodFlow filler, FieldId value, Bit bit, int fill, int mark) {
    this.family = family;
    this.filler = filler;
    this.value = value;
    this.bit = bit;
    this.fill = fill;
    this.mark = mark;
  }

  /** Empty if the method is not of that shape. */
  static Optional<LazyValue> of(Family family, MethodFlow filler, FieldId value, FieldId bits) {
    List<Integer> writes =
        indices(filler, index -> filler.instruction(index).getOpcode() == PUTFIELD);
    List<Integer> fills = Writes.of(filler, value);
    List<Integer> marks = Writes.of(filler, bits);
    if (writes.size() != 2
        || fills.size() != 1
        || marks.size() != 1
        || (filler.method().access & ACC_PRIVATE) == 0
        || !Caches.mayFill(filler)) {
      return Optional.empty();
    }
    return Bit.set(filler, marks.get(0), bits)
        .map(bit -> new LazyValue(family, filler, value, bit, fills.get(0), marks.get(0)))
        .filter(LazyValue::isFilledOnce);
  }

  Bit bit() {
    return bit;
  }

  FieldId value() {
    return value;
  }

  private boolean isFilledOnce() {
    List<Bit.Test> tests = tests(filler);
    Paths paths = family.paths(filler);
    return tests.size() == 1
        && writesOwn(fill)
        && writesOwn(mark)
        && indices(filler, index -> bit.field().isReadBy(filler.instruction(index))).size() == 2
        && paths.onlyBy(tests.get(0)::isEmptyWay).get(fill)
        && paths.onlyThrough(index -> index == fill).get(mark)
        && !paths.canFollow(fill, fill, index -> false)
        && !paths.canFollow(mark, fill, index -> false)
        && isLocked(tests.get(0).index())
        && marksAtOnce()
        && isCalm(tests.get(0))
        && givesValue(filler, index -> index == mark);
  }

  private boolean writesOwn(int write) {
    return filler.origins(write, 0).stream().allMatch(filler::isThis);
  }

  /** Whether nobody else may set a bit between the test and the mark. */
  private boolean isLocked(int test) {
    Paths paths = family.paths(filler);
    Set<Integer> locked = new HashSet<>(Set.of(test, fill, mark));
    locked.addAll(indices(filler, index -> bit.field().isReadBy(filler.instruction(index))));
    BitSet entered = paths.onlyThrough(index -> isMonitor(index, MONITORENTER));
    boolean isEntered = locked.stream().allMatch(entered::get);
    boolean isLeft =
        indices(filler, index -> filler.instruction(index).getOpcode() == MONITOREXIT).stream()
            .anyMatch(
                exit ->
                    locked.stream()
                        .anyMatch(later -> paths.canFollow(exit, later, index -> false)));
    return (filler.method().access & ACC_SYNCHRONIZED) != 0 || (isEntered && !isLeft);
  }

  /** Whether the bits that it marks are those that are set once the value is there. */
  private boolean marksAtOnce() {
    return fill < mark
        && IntStream.range(fill + 1, mark).allMatch(this::isOfMark)
        && IntStream.range(fill + 1, mark)
            .anyMatch(index -> bit.field().isReadBy(filler.instruction(index)));
  }

  private boolean isOfMark(int index) {
    int opcode = filler.instruction(index).getOpcode();
    boolean isNumber = opcode >= ICONST_0 && opcode <= SIPUSH;
    return isNumber
        || opcode < 0
        || opcode == ALOAD
        || opcode == GETFIELD
        || opcode == IOR
        || opcode == I2B;
  }

  /** Whether a run that finds the bit set, or has set it, does nothing more than to leave. */
  private boolean isCalm(Bit.Test test) {
    Paths paths = family.paths(filler);
    BitSet later = paths.regularlyFrom(test.filled());
    later.or(paths.regularlyFrom(mark));
    return later.stream().filter(index -> index != mark).allMatch(this::isLeaving);
  }

  private boolean isLeaving(int index) {
    return switch (filler.instruction(index).getOpcode()) {
      case GETFIELD -> Bit.isOwn(filler, filler.instruction(index), value);
      case GOTO -> filler.indexOf(((JumpInsnNode) filler.instruction(index)).label) > index;
      case -1, ALOAD, ASTORE, ILOAD, ISTORE, POP, MONITOREXIT -> true;
      default -> Arms.isReturn(filler.instruction(index).getOpcode());
    };
  }

  private boolean isMonitor(int index, int opcode) {
    return filler.instruction(index).getOpcode() == opcode
        && filler.origins(index, 0).stream().allMatch(filler::isThis);
  }

  /** Whether another method only gives back the value, filled or not. */
  boolean isGivenBy(MethodFlow reader) {
    return Caches.mayFill(reader)
        && indices(reader, index -> !isPlain(reader, index)).isEmpty()
        && givesValue(reader, index -> false);
  }

  private boolean isPlain(MethodFlow reader, int index) {
    AbstractInsnNode instruction = reader.instruction(index);
    int opcode = instruction.getOpcode();
    return switch (opcode) {
      case -1, ALOAD, IAND, I2B, BIPUSH, SIPUSH -> true;
      case GOTO -> reader.indexOf(((JumpInsnNode) instruction).label) > index;
      case ICONST_0, ICONST_1, ICONST_2, ICONST_3, ICONST_4, ICONST_5 -> true;
      case GETFIELD ->
          Bit.isOwn(reader, instruction, value) || Bit.isOwn(reader, instruction, bit.field());
      case INVOKEVIRTUAL, INVOKESPECIAL -> isFilling(reader, instruction);
      default -> Arms.isReturn(opcode) || bit.test(reader, index).isPresent();
    };
  }

  /** What a method returns is the value; it is read only where the bit was set, or after a mark. */
  private boolean givesValue(MethodFlow flow, IntPredicate isMark) {
    List<Bit.Test> tests = tests(flow);
    BitSet unknown =
        family
            .paths(flow)
            .reachable(
                0,
                (from, to) ->
                    !isMark.test(to) && tests.stream().noneMatch(t -> t.isFilledWay(from, to)));
    return indices(flow, index -> value.isReadBy(flow.instruction(index))).stream()
            .noneMatch(unknown::get)
        && indices(flow, index -> Arms.isReturn(flow.instruction(index).getOpcode())).stream()
            .allMatch(index -> flow.origins(index, 0).stream().allMatch(o -> isValue(flow, o)));
  }

  private boolean isValue(MethodFlow flow, AbstractInsnNode origin) {
    return Bit.isOwn(flow, origin, value) || (flow != filler && isFilling(flow, origin));
  }

  private boolean isFilling(MethodFlow flow, AbstractInsnNode origin) {
    return origin instanceof MethodInsnNode call
        && family.target(call).filter(target -> target.method() == filler.method()).isPresent()
        && flow.origins(flow.indexOf(call), 0).stream().allMatch(flow::isThis);
  }

  private List<Bit.Test> tests(MethodFlow flow) {
    return IntStream.range(0, flow.size())
        .filter(flow::isReachable)
        .mapToObj(index -> bit.test(flow, index))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<Integer> indices(MethodFlow flow, IntPredicate wanted) {
    return IntStream.range(0, flow.size())
        .filter(index -> flow.isReachable(index) && wanted.test(index))
        .boxed()
        .toList();
  }
}
