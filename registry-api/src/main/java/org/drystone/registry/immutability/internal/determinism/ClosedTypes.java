package org.drystone.registry.immutability.internal.determinism;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.ClosedPackage;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.classfiles.Finality;
import org.drystone.registry.immutability.internal.classfiles.Member;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds all that a call may run if only one closed package knows the type of its object. */
final class ClosedTypes {

  private final Dispatch dispatch;
  private final MethodInsnNode call;
  private final Set<Class<?>> found = new LinkedHashSet<>();

  private ClosedTypes(Dispatch dispatch, MethodInsnNode call) {
    this.dispatch = dispatch;
    this.call = call;
  }

  /** Empty if objects of other classes may be called. */
  static Optional<List<Member>> targets(Dispatch dispatch, MethodInsnNode call) {
    Class<?> type = dispatch.load(call.owner);
    ClosedTypes types = new ClosedTypes(dispatch, call);
    return type != null && isHidden(type) && types.addSubtypes(type)
        ? types.targets()
        : Optional.empty();
  }

  private static boolean isHidden(Class<?> type) {
    return (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) == 0;
  }

  private boolean addSubtypes(Class<?> type) {
    Optional<ClosedPackage> all = ClosedPackage.of(type);
    String name = Type.getInternalName(type);
    return all.isPresent()
        && Stream.of(name, call.name)
            .flatMap(mentioned -> all.get().mentioning(mentioned, known -> false).stream())
            .allMatch(node -> !makes(node, name) && addSubtype(type, node));
  }

  private boolean addSubtype(Class<?> type, ClassNode node) {
    if (!node.interfaces.contains(Type.getInternalName(type))
        && !Type.getInternalName(type).equals(node.superName)) {
      return true;
    }
    Class<?> subtype = dispatch.load(node.name);
    if (subtype == null || subtype.getClassLoader() != type.getClassLoader()) {
      return false;
    }
    if (!Modifier.isAbstract(subtype.getModifiers())) {
      found.add(subtype);
    }
    return Finality.isFinal(subtype) || (isHidden(subtype) && addSubtypes(subtype));
  }

  /** Whether a class makes objects of the type, or hands the type to who may. */
  private static boolean makes(ClassNode node, String type) {
    return node.methods.stream()
        .flatMap(method -> Arrays.stream(method.instructions.toArray()))
        .anyMatch(instruction -> makes(instruction, Type.getObjectType(type)));
  }

  private static boolean makes(AbstractInsnNode instruction, Type type) {
    return instruction instanceof InvokeDynamicInsnNode lambda
        ? Type.getReturnType(lambda.desc).equals(type)
        : instruction instanceof LdcInsnNode constant && constant.cst.equals(type);
  }

  private Optional<List<Member>> targets() {
    List<Member> targets =
        found.stream().flatMap(type -> new Dispatch(type).onThis(call).stream()).toList();
    return targets.size() == found.size() ? Optional.of(targets) : Optional.empty();
  }
}
