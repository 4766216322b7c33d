package org.drystone.registry.immutability.internal.classfiles;

import java.util.Arrays;
import java.util.stream.Stream;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Final fields, as the JVM knows them: it lets a class write those of any of its objects in its
 * constructors, and in all its methods if the class file is older than Java 9. Compilers do not.
 */
public final class FinalFields implements Opcodes {

  private static final int MAJOR = 0xFFFF;

  private final ClassNode owner;

  private FinalFields(ClassNode owner) {
    this.owner = owner;
  }

  /** Whether a static field is final, and written by nobody but the class's initializer. */
  public static boolean isConstant(ClassNode owner, String name) {
    return owner.fields.stream().anyMatch(field -> isFinal(field, name))
        && ((owner.version & MAJOR) >= V9
            || new FinalFields(owner)
                .writers(name, PUTSTATIC)
                .allMatch(by -> by.equals("<clinit>")));
  }

  private static boolean isFinal(FieldNode field, String name) {
    return field.name.equals(name) && (field.access & ACC_FINAL) != 0;
  }

  /** Whether it is worth a closer look if a final field is written on objects that are complete. */
  public static boolean mayBeRewritten(ClassNode owner, String name) {
    FinalFields fields = new FinalFields(owner);
    return owner.methods.stream()
        .filter(method -> writes(method, name, PUTFIELD))
        .anyMatch(method -> !method.name.equals("<init>") || fields.maySeeOthers(method));
  }

  private Stream<String> writers(String name, int opcode) {
    return owner.methods.stream()
        .filter(method -> writes(method, name, opcode))
        .map(method -> method.name);
  }

  private static boolean writes(MethodNode method, String name, int opcode) {
    for (AbstractInsnNode i = method.instructions.getFirst(); i != null; i = i.getNext()) {
      if (i.getOpcode() == opcode && ((FieldInsnNode) i).name.equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a constructor may come by other objects of the class than its own. */
  private boolean maySeeOthers(MethodNode constructor) {
    return !constructor.tryCatchBlocks.isEmpty()
        || Arrays.stream(Type.getArgumentTypes(constructor.desc)).anyMatch(this::mayBeOther)
        || Arrays.stream(constructor.instructions.toArray()).anyMatch(this::mayGiveOther);
  }

  private boolean mayGiveOther(AbstractInsnNode instruction) {
    if (instruction instanceof MethodInsnNode call) {
      return mayBeOther(Type.getReturnType(call.desc));
    }
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return mayBeOther(Type.getReturnType(call.desc));
    }
    if (instruction instanceof FieldInsnNode use) {
      return (use.getOpcode() == GETFIELD || use.getOpcode() == GETSTATIC)
          && mayBeOther(Type.getType(use.desc));
    }
    if (instruction instanceof LdcInsnNode constant) {
      return constant.cst instanceof ConstantDynamic;
    }
    return instruction instanceof TypeInsnNode made && mayBeOther(Type.getObjectType(made.desc));
  }

  /** Subclasses may have any name, but for those of the JDK. */
  private boolean mayBeOther(Type type) {
    Type single = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return single.getSort() == Type.OBJECT
        && ((owner.access & ACC_FINAL) == 0
            ? !single.getInternalName().startsWith("java/")
            : single.getInternalName().equals(owner.name));
  }
}
