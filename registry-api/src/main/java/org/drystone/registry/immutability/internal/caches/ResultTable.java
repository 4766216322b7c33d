package org.drystone.registry.immutability.internal.caches;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.determinism.Arithmetic;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.JointNode;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Naming;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.drystone.registry.immutability.internal.reach.Callers;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Proves that an array in a private final field is a table of results, and that nobody can tell
 * which of them it holds.
 *
 * <p>One private method knows the array. It is given a number and looks into one place. What is
 * there counts only if it carries the number; otherwise a new entry is made of nothing but the
 * number, by {@linkplain Arithmetic arithmetic}, and put there. So an entry is always what would be
 * made anew; and since nobody does more with one than to read its final fields, neither a new one
 * nor the same one again makes a difference.
 */
public final class ResultTable implements Opcodes {

  private enum Way {
    TAKEN,
    NOT_TAKEN
  }

  private static final Set<Integer> LOOKING_AT_ENTRY = Set.of(IFNULL, IFNONNULL, GETFIELD, ARETURN);
  private static final Set<Integer> LOOKING_AT_TABLE = Set.of(AALOAD, AASTORE, ARRAYLENGTH);
  private static final ParameterNode NUMBER = new ParameterNode(1);

  private final Family family;
  private final FieldId field;
  private final TableEntry entry;
  private final Arithmetic arithmetic;

  public ResultTable(Family family, FieldId field, TableEntry entry, Arithmetic arithmetic) {
    this.family = family;
    this.field = field;
    this.entry = entry;
    this.arithmetic = arithmetic;
  }

  public boolean holds() {
    List<MethodFlow> readers = family.flowsWith(field::isReadBy);
    return readers.size() == 1
        && family.flowsWith(field::isWrittenBy).stream().allMatch(this::makesTable)
        && isPrivate(readers.get(0).method())
        && isLookup(readers.get(0))
        && areOnlyRead(readers.get(0));
  }

  private boolean makesTable(MethodFlow flow) {
    return flow.isConstructor()
        && Writes.of(flow, field).stream()
            .allMatch(
                write ->
                    flow.origins(write, 0).stream().allMatch(flow::isThis)
                        && flow.origins(write, 1).stream().allMatch(made -> isTable(flow, made)));
  }

  private boolean isTable(MethodFlow flow, AbstractInsnNode made) {
    return made.getOpcode() == ANEWARRAY
        && ((TypeInsnNode) made).desc.equals(entry.name())
        && flow.uses(made).size() == 1;
  }

  private boolean isPrivate(MethodNode method) {
    return (method.access & ACC_PRIVATE) != 0
        && (method.access & ACC_STATIC) == 0
        && method.desc.equals("(I)L" + entry.name() + ";");
  }

  /** Whether all who are given an entry only read its fields. */
  private boolean areOnlyRead(MethodFlow lookup) {
    return new Callers(family)
        .of(lookup, 0)
        .filter(
            uses ->
                uses.stream()
                    .allMatch(
                        use ->
                            use.instruction() instanceof MethodInsnNode call
                                && use.flow().uses(call).stream()
                                    .allMatch(read -> read.opcode() == GETFIELD)))
        .isPresent();
  }

  private boolean isLookup(MethodFlow flow) {
    Naming naming = family.naming(flow);
    return flow.method().tryCatchBlocks.isEmpty()
        && IntStream.range(0, flow.size())
            .filter(flow::isReachable)
            .allMatch(
                index ->
                    goesOn(flow, index)
                        && isHarmless(naming, index)
                        && (!mayFail(flow.instruction(index)) || failsWheneverMade(naming, index)));
  }

  /** Nothing is done twice in one run. */
  private static boolean goesOn(MethodFlow flow, int index) {
    int opcode = flow.instruction(index).getOpcode();
    return opcode != TABLESWITCH
        && opcode != LOOKUPSWITCH
        && (!(flow.instruction(index) instanceof JumpInsnNode jump)
            || flow.indexOf(jump.label) > index);
  }

  private boolean mayFail(AbstractInsnNode instruction) {
    return Arithmetic.mayFail(instruction)
        || instruction.getOpcode() == AALOAD
        || (instruction instanceof MethodInsnNode call && !call.name.equals("<init>"));
  }

  /** Whether it depends on the number alone that no entry is made, and none can be found then. */
  private boolean failsWheneverMade(Naming naming, int index) {
    Formula formula = new Formula(naming);
    BitSet after = naming.paths().onlyThrough(i -> i == index);
    return IntStream.range(0, naming.operands(index))
            .allMatch(operand -> formula.of(naming.operand(index, operand)).isPresent())
        && makers(naming.flow()).allMatch(after::get);
  }

  private IntStream makers(MethodFlow flow) {
    return IntStream.range(0, flow.size())
        .filter(
            index ->
                flow.instruction(index) instanceof MethodInsnNode call
                    && call.name.equals("<init>"));
  }

  private boolean isHarmless(Naming naming, int index) {
    MethodFlow flow = naming.flow();
    AbstractInsnNode instruction = flow.instruction(index);
    if (instruction instanceof MethodInsnNode call) {
      return call.name.equals("<init>")
          ? isMadeOfNumber(naming, index, call)
          : arithmetic.isPure(flow, index, call);
    }
    return switch (instruction.getOpcode()) {
      case GETFIELD -> isTableOfThis(flow, instruction) || isKey(naming, index);
      case AALOAD -> isRead(flow, instruction);
      case AASTORE -> isStore(naming, index);
      case ARRAYLENGTH -> isTableOfThis(flow, naming.operand(index, 0));
      case NEW -> ((TypeInsnNode) instruction).desc.equals(entry.name());
      case ARETURN -> isResult(naming, naming.operand(index, 0), index, -1, new HashSet<>());
      default -> Arithmetic.isOfNumbers(instruction);
    };
  }

  private boolean isTableOfThis(MethodFlow flow, AbstractInsnNode name) {
    return field.isReadBy(name)
        && flow.origins(flow.indexOf(name), 0).stream().allMatch(flow::isThis)
        && flow.uses(name).stream()
            .allMatch(use -> use.operand() == 0 && LOOKING_AT_TABLE.contains(use.opcode()));
  }

  private boolean isRead(MethodFlow flow, AbstractInsnNode load) {
    return flow.origins(flow.indexOf(load), 0).stream().allMatch(field::isReadBy)
        && flow.uses(load).stream().allMatch(use -> LOOKING_AT_ENTRY.contains(use.opcode()));
  }

  /** Asked of an entry that is there, and only to compare it. */
  private boolean isKey(Naming naming, int read) {
    AbstractInsnNode load = naming.operand(read, 0);
    return entry.isKey(naming.flow().instruction(read))
        && load.getOpcode() == AALOAD
        && naming.paths().onlyBy((from, to) -> isThere(naming, load, from, to)).get(read)
        && naming.flow().uses(naming.flow().instruction(read)).stream()
            .allMatch(use -> use.opcode() == IF_ICMPEQ || use.opcode() == IF_ICMPNE);
  }

  private static boolean isThere(Naming naming, AbstractInsnNode load, int from, int to) {
    int opcode = naming.flow().instruction(from).getOpcode();
    return (opcode == IFNULL || opcode == IFNONNULL)
        && naming.operand(from, 0) == load
        && to == next(naming, from, opcode == IFNONNULL ? Way.TAKEN : Way.NOT_TAKEN);
  }

  /** Where a branch goes; nowhere, if it makes no difference. */
  private static int next(Naming naming, int branch, Way way) {
    int target = naming.flow().indexOf(((JumpInsnNode) naming.flow().instruction(branch)).label);
    if (target == branch + 1) {
      return -1;
    }
    return way == Way.TAKEN ? target : branch + 1;
  }

  private boolean isMadeOfNumber(Naming naming, int index, MethodInsnNode call) {
    Formula formula = new Formula(naming);
    return entry.isMadeBy(call)
        && IntStream.range(1, naming.operands(index))
            .allMatch(i -> formula.of(naming.operand(index, i)).isPresent())
        && IntStream.range(0, naming.flow().size())
            .filter(naming.flow()::isReachable)
            .mapToObj(naming.flow()::instruction)
            .filter(entry::isKey)
            .allMatch(key -> isGivenNumber(naming, index, (FieldInsnNode) key));
  }

  private boolean isGivenNumber(Naming naming, int call, FieldInsnNode key) {
    Set<Integer> given = entry.argumentsFor(key, (MethodInsnNode) naming.flow().instruction(call));
    return !given.isEmpty()
        && given.stream().allMatch(argument -> naming.operand(call, argument).equals(NUMBER));
  }

  /** What is stored is new; and where it is stored something was looked for before. */
  private boolean isStore(Naming naming, int store) {
    Formula formula = new Formula(naming);
    Optional<String> place = formula.of(naming.operand(store, 1));
    return field.isReadBy(naming.operand(store, 0))
        && naming.operand(store, 2).getOpcode() == NEW
        && place.isPresent()
        && naming
            .paths()
            .onlyThrough(
                index ->
                    naming.flow().instruction(index).getOpcode() == AALOAD
                        && formula.of(naming.operand(index, 1)).equals(place))
            .get(store);
  }

  /** Whether an entry is new, or was found to carry the number. */
  private boolean isResult(
      Naming naming, AbstractInsnNode name, int from, int to, Set<AbstractInsnNode> asked) {
    if (name instanceof JointNode joint) {
      return !asked.add(joint)
          || naming.arrivals(joint).stream()
              .allMatch(one -> isResult(naming, one.name(), one.from(), one.to(), asked));
    }
    return name.getOpcode() == NEW
        || (name.getOpcode() == AALOAD && isFound(naming, name, from, to));
  }

  private boolean isFound(Naming naming, AbstractInsnNode load, int from, int to) {
    return isEqualWay(naming, load, from, to)
        || naming.paths().onlyBy((one, next) -> isEqualWay(naming, load, one, next)).get(from);
  }

  private boolean isEqualWay(Naming naming, AbstractInsnNode load, int from, int to) {
    int opcode = naming.flow().instruction(from).getOpcode();
    return (opcode == IF_ICMPEQ || opcode == IF_ICMPNE)
        && to == next(naming, from, opcode == IF_ICMPEQ ? Way.TAKEN : Way.NOT_TAKEN)
        && (isKeyOf(naming, load, from, 0) || isKeyOf(naming, load, from, 1));
  }

  private boolean isKeyOf(Naming naming, AbstractInsnNode load, int test, int side) {
    AbstractInsnNode key = naming.operand(test, side);
    return entry.isKey(key)
        && naming.operand(naming.flow().indexOf(key), 0) == load
        && naming.operand(test, 1 - side).equals(NUMBER);
  }
}
