package org.drystone.registry.immutability.internal.flow;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Recognises what makes a new object that nobody else can know. */
public final class Fresh implements Opcodes {

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
          "java/util/PriorityQueue",
          "java/util/EnumMap",
          "java/util/Hashtable",
          "java/util/BitSet",
          "java/util/Date",
          "java/lang/StringBuilder",
          "java/lang/StringBuffer",
          "java/util/IdentityHashMap",
          "java/util/concurrent/ConcurrentHashMap",
          "java/util/concurrent/ConcurrentLinkedQueue",
          "java/util/concurrent/ConcurrentLinkedDeque",
          "java/util/concurrent/CopyOnWriteArrayList",
          "java/util/concurrent/CopyOnWriteArraySet",
          "java/util/concurrent/ConcurrentSkipListMap",
          "java/util/concurrent/ConcurrentSkipListSet");
  private static final Set<String> FACTORIES = Set.of("of", "copyOf", "ofEntries", "entry");
  private static final Set<String> FACTORY_OWNERS =
      Set.of("java/util/List", "java/util/Set", "java/util/Map");

  private Fresh() {}

  /** {@code super.clone()}, straight to {@link Object#clone}. */
  public static boolean isClone(AbstractInsnNode origin) {
    return origin instanceof MethodInsnNode call
        && call.getOpcode() == INVOKESPECIAL
        && call.owner.equals("java/lang/Object")
        && call.name.equals("clone");
  }

  public static boolean isArray(AbstractInsnNode origin) {
    int opcode = origin.getOpcode();
    return opcode == NEWARRAY || opcode == ANEWARRAY || opcode == MULTIANEWARRAY;
  }

  /** A new JDK collection that does not change by being read. */
  public static boolean isContainer(MethodFlow flow, AbstractInsnNode origin) {
    if (origin instanceof MethodInsnNode call) {
      return call.getOpcode() == INVOKESTATIC && call.owner.equals("java/util/EnumSet");
    }
    return origin.getOpcode() == NEW
        && CONTAINERS.contains(((TypeInsnNode) origin).desc)
        && flow.uses(origin).stream().noneMatch(Fresh::ordersByAccess);
  }

  /** Whether it is a class of such collections. */
  public static boolean isContainer(String className) {
    return CONTAINERS.contains(className);
  }

  /** Whether the instruction itself makes the array or object. */
  public static boolean isMade(AbstractInsnNode origin) {
    return origin.getOpcode() == NEW || isArray(origin);
  }

  private static boolean ordersByAccess(Use use) {
    return use.instruction() instanceof MethodInsnNode call
        && call.owner.equals("java/util/LinkedHashMap")
        && call.name.equals("<init>")
        && call.desc.equals("(IFZ)V")
        && use.flow().origins(use.index(), 3).stream()
            .anyMatch(flag -> flag.getOpcode() != ICONST_0);
  }

  /**
   * What can be no array and no collection of the JDK's, whatever it is: an object of a library's
   * class, which is judged by itself wherever it is held.
   */
  public static boolean isForeign(AbstractInsnNode origin) {
    if (origin.getOpcode() == NEW) {
      return isForeign(Type.getObjectType(((TypeInsnNode) origin).desc));
    }
    if (origin instanceof MethodInsnNode call) {
      return isForeign(Type.getReturnType(call.desc));
    }
    if (origin instanceof FieldInsnNode field) {
      return isForeign(Type.getType(field.desc));
    }
    return origin instanceof LdcInsnNode constant && constant.cst instanceof String;
  }

  private static boolean isForeign(Type type) {
    String name = type.getClassName();
    return type.getSort() == Type.OBJECT
        && (name.equals("java.lang.String")
            || !(name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")
                || name.startsWith("com.sun.")));
  }

  /** A JDK method whose result cannot change, but for its elements. */
  public static boolean isImmutable(MethodInsnNode call) {
    return (FACTORY_OWNERS.contains(call.owner) && FACTORIES.contains(call.name))
        || (call.owner.equals("java/util/Collections")
            && (call.name.startsWith("empty")
                || call.name.startsWith("singleton")
                || call.name.equals("nCopies")));
  }

  /** A JDK method whose result shows its argument to be read only. */
  public static boolean isUnmodifiable(MethodInsnNode call) {
    return call.owner.equals("java/util/Collections") && call.name.startsWith("unmodifiable");
  }

  /** A JDK method through whose result its first argument can be changed. */
  public static boolean isWrapper(MethodInsnNode call) {
    return (call.owner.equals("java/util/Collections") && call.name.startsWith("synchronized"))
        || (call.owner.equals("java/util/Arrays") && call.name.equals("asList"));
  }

  /** A JDK method that gives its first argument back. */
  public static boolean isNullCheck(MethodInsnNode call) {
    return call.owner.equals("java/util/Objects") && call.name.equals("requireNonNull");
  }

  /** Whether the result leads to what the call was given. */
  public static boolean showsArgument(MethodInsnNode call) {
    return isUnmodifiable(call) || isWrapper(call) || isNullCheck(call);
  }
}
