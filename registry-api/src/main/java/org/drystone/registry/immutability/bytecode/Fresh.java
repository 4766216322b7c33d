package org.drystone.registry.immutability.bytecode;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Recognises what makes a new object that nobody else can know. */
final class Fresh implements Opcodes {

  private static final Set<String> CONTAINERS =
      Set.of(
          "java/util/ArrayList",
          "java/util/LinkedList",
          "java/util/Vector",
          "java/util/HashSet",
          "java/util/LinkedHashSet",
          "java/util/TreeSet",
          "java/util/HashMap",
          "java/util/LinkedHashMap",
          "java/util/TreeMap",
          "java/util/ArrayDeque",
          "java/util/EnumMap",
          "java/util/Hashtable",
          "java/util/BitSet",
          "java/util/IdentityHashMap",
          "java/util/concurrent/ConcurrentHashMap",
          "java/util/concurrent/CopyOnWriteArrayList",
          "java/util/concurrent/CopyOnWriteArraySet",
          "java/util/concurrent/ConcurrentSkipListMap",
          "java/util/concurrent/ConcurrentSkipListSet");
  private static final Set<String> COPIERS =
      Set.of("toCharArray", "getBytes", "split", "toByteArray", "clone");
  private static final Set<String> FACTORIES = Set.of("of", "copyOf", "ofEntries", "entry");
  private static final Set<String> FACTORY_OWNERS =
      Set.of("java/util/List", "java/util/Set", "java/util/Map");

  private Fresh() {}

  /** {@code super.clone()}, straight to {@link Object#clone}. */
  static boolean isClone(AbstractInsnNode origin) {
    return origin instanceof MethodInsnNode call
        && call.getOpcode() == INVOKESPECIAL
        && call.owner.equals("java/lang/Object")
        && call.name.equals("clone");
  }

  static boolean isArray(AbstractInsnNode origin) {
    int opcode = origin.getOpcode();
    return opcode == NEWARRAY || opcode == ANEWARRAY || opcode == MULTIANEWARRAY;
  }

  /** A new JDK collection that does not change by being read. */
  static boolean isContainer(MethodFlow flow, AbstractInsnNode origin) {
    return origin.getOpcode() == NEW
        && CONTAINERS.contains(((TypeInsnNode) origin).desc)
        && Use.of(flow, origin::equals).stream().noneMatch(Fresh::ordersByAccess);
  }

  /** Whether the method itself makes the array or object. */
  static boolean isMade(MethodFlow flow, AbstractInsnNode origin) {
    return origin.getOpcode() == NEW
        || isArray(origin)
        || (origin instanceof MethodInsnNode call && isCopy(flow, call));
  }

  /** Whether it makes one of the JDK's collections, whatever goes in. */
  static boolean isJdkContainer(AbstractInsnNode origin) {
    return origin.getOpcode() == NEW && CONTAINERS.contains(((TypeInsnNode) origin).desc);
  }

  private static boolean ordersByAccess(Use use) {
    return use.instruction() instanceof MethodInsnNode call
        && call.owner.equals("java/util/LinkedHashMap")
        && call.name.equals("<init>")
        && call.desc.equals("(IFZ)V")
        && use.flow().origins(use.index(), 3).stream()
            .anyMatch(flag -> flag.getOpcode() != ICONST_0);
  }

  /** A JDK method whose result is a new array each time. */
  static boolean isCopy(MethodFlow flow, MethodInsnNode call) {
    if (call.owner.startsWith("[")) {
      return call.name.equals("clone");
    }
    if (call.owner.equals("java/util/Arrays")) {
      return call.name.startsWith("copyOf");
    }
    if (call.name.equals("toArray")) {
      return call.owner.startsWith("java/util/stream/") || isTakenFromOwn(flow, call);
    }
    return COPIERS.contains(call.name)
        && (call.owner.equals("java/lang/String") || call.owner.equals("java/math/BigInteger"));
  }

  /** Whether a collection of the method's own is copied; one of others might keep the copy. */
  private static boolean isTakenFromOwn(MethodFlow flow, MethodInsnNode call) {
    int index = flow.indexOf(call);
    boolean hasOwnArray =
        flow.operands(index).size() == 1
            || flow.origins(index, 1).stream().allMatch(Fresh::isArray);
    return hasOwnArray
        && call.owner.startsWith("java/util/")
        && flow.origins(index, 0).stream().allMatch(origin -> isContainer(flow, origin));
  }

  /** A JDK method whose result cannot change, but for its elements. */
  static boolean isImmutable(MethodInsnNode call) {
    return (FACTORY_OWNERS.contains(call.owner) && FACTORIES.contains(call.name))
        || (call.owner.equals("java/util/Collections")
            && (call.name.startsWith("empty") || call.name.startsWith("singleton")));
  }

  /** A JDK method whose result shows its argument to be read only. */
  static boolean isUnmodifiable(MethodInsnNode call) {
    return call.owner.equals("java/util/Collections") && call.name.startsWith("unmodifiable");
  }

  /** A JDK method through whose result its first argument can be reached. */
  static boolean isWrapper(MethodInsnNode call) {
    return (call.owner.equals("java/util/Collections") && call.name.startsWith("synchronized"))
        || (call.owner.equals("java/util/Arrays") && call.name.equals("asList"))
        || (call.owner.equals("java/util/Objects") && call.name.equals("requireNonNull"));
  }

  /** A constant of the family that holds an array without elements. */
  static boolean isEmptyConstant(Family family, AbstractInsnNode origin) {
    if (origin.getOpcode() != GETSTATIC || !family.isOwnConstant((FieldInsnNode) origin)) {
      return false;
    }
    FieldInsnNode read = (FieldInsnNode) origin;
    return family.flowsWith(instruction -> isWrite(instruction, read)).stream()
        .allMatch(flow -> storesEmptyArrays(flow, read));
  }

  private static boolean isWrite(AbstractInsnNode instruction, FieldInsnNode read) {
    return instruction.getOpcode() == PUTSTATIC
        && ((FieldInsnNode) instruction).owner.equals(read.owner)
        && ((FieldInsnNode) instruction).name.equals(read.name);
  }

  private static boolean storesEmptyArrays(MethodFlow flow, FieldInsnNode read) {
    for (int index = 0; index < flow.size(); index++) {
      if (isWrite(flow.instruction(index), read)
          && !flow.origins(index, 0).stream().allMatch(origin -> isEmptyArray(flow, origin))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmptyArray(MethodFlow flow, AbstractInsnNode origin) {
    return (origin.getOpcode() == NEWARRAY || origin.getOpcode() == ANEWARRAY)
        && flow.origins(flow.indexOf(origin), 0).stream()
            .allMatch(length -> length.getOpcode() == ICONST_0);
  }
}
