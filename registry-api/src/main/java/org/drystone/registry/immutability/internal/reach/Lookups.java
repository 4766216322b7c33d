package org.drystone.registry.immutability.internal.reach;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Handles;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds members that may be reached by method handles, not by instructions. */
public final class Lookups {

  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

  /** The methods that make a right to look up. */
  static final Set<String> MAKERS = Set.of("lookup", "privateLookupIn");

  private static final Set<String> GETTER_FINDERS =
      Set.of("findGetter", "unreflectGetter", "findVarHandle", "unreflectVarHandle");
  private static final Set<String> METHOD_FINDERS =
      Set.of(
          "findVirtual",
          "findSpecial",
          "findStatic",
          "findConstructor",
          "bind",
          "unreflect",
          "unreflectSpecial",
          "unreflectConstructor");

  /** What is done with the right to look up, without passing it on. */
  private static final Pattern LOOKING =
      Pattern.compile("(find|unreflect|bind|lookup|has|ensure|toString|accessClass).*");

  private Lookups() {}

  /** Whether what is in the field may be handed out by a handle. */
  public static boolean mayRead(Family family, FieldId field) {
    return isRead(family, field)
        || (family.looksUp() && (leaks(family) || mayFind(family, GETTER_FINDERS, field.name())));
  }

  /** By a handle that anybody may get, unlike those by which the JDK compares records. */
  private static boolean isRead(Family family, FieldId field) {
    return !family
        .flowsWith(
            field.name(),
            i ->
                Handles.anyIn(i, handle -> isGetter(handle, field))
                    && !(i instanceof InvokeDynamicInsnNode call
                        && call.bsm.getOwner().equals("java/lang/runtime/ObjectMethods")))
        .isEmpty();
  }

  private static boolean isGetter(Handle handle, FieldId field) {
    return handle.getTag() == Opcodes.H_GETFIELD
        && handle.getName().equals(field.name())
        && field.holders().contains(handle.getOwner());
  }

  /** Whether a method of that name may be called by a handle. */
  static boolean mayCall(Family family, String method) {
    return family.looksUp() && (leaks(family) || mayFind(family, METHOD_FINDERS, method));
  }

  /** Whether the family gives its right to look up private members to others. */
  public static boolean leaks(Family family) {
    return family.looksUp()
        && family.flowsWith(Lookups::isLookup).stream()
            .anyMatch(
                flow ->
                    IntStream.range(0, flow.size())
                            .mapToObj(flow::instruction)
                            .anyMatch(Lookups::isGift)
                        || Use.of(flow, Lookups::isLookup).stream()
                            .anyMatch(use -> !isLooking(use)));
  }

  static boolean isLookup(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        ? isLookup(call.owner, call.name)
        : isGift(instruction);
  }

  private static boolean isLookup(String owner, String method) {
    return owner.equals("java/lang/invoke/MethodHandles") && MAKERS.contains(method);
  }

  /** Whether whoever gets the result, or makes it, may look up private members himself. */
  private static boolean isGift(AbstractInsnNode instruction) {
    return Handles.lendRights(instruction)
        || Handles.anyIn(instruction, handle -> isLookup(handle.getOwner(), handle.getName()));
  }

  private static boolean isLooking(Use use) {
    return use.instruction() instanceof MethodInsnNode call
        && call.owner.equals(LOOKUP)
        && use.operand() == 0
        && LOOKING.matcher(call.name).matches();
  }

  private static boolean mayFind(Family family, Set<String> finders, String name) {
    return finders.stream()
        .flatMap(finder -> family.flowsWith(finder, i -> isFinder(i, finders)).stream())
        .anyMatch(
            flow ->
                IntStream.range(0, flow.size())
                    .filter(index -> isFinder(flow.instruction(index), finders))
                    .anyMatch(index -> mayFind(flow, index, name)));
  }

  private static boolean isFinder(AbstractInsnNode instruction, Set<String> finders) {
    return instruction instanceof MethodInsnNode call
        && call.owner.equals(LOOKUP)
        && finders.contains(call.name);
  }

  /** The name is the second argument; constructors have none, nor have members of reflection. */
  private static boolean mayFind(MethodFlow flow, int index, String name) {
    MethodInsnNode call = (MethodInsnNode) flow.instruction(index);
    return call.name.equals("findConstructor")
        || !call.desc.contains("Ljava/lang/String;")
        || !flow.origins(index, 2).stream()
            .allMatch(
                origin ->
                    origin.getOpcode() == Opcodes.LDC && !((LdcInsnNode) origin).cst.equals(name));
  }
}
