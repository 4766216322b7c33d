package org.drystone.registry.immutability.internal.confinement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.Nest;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.drystone.registry.immutability.internal.reach.Serialization;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Finds the methods by which others may reach what is in a private field. */
final class Entrances {

  private final LoadedCode loaded;

  Entrances(LoadedCode loaded) {
    this.loaded = loaded;
  }

  /** The methods that use the field, or call a private one that does; constructors come first. */
  List<Code> to(Place place) {
    List<Code> all = methods(place.owner());
    Set<Code> using = new LinkedHashSet<>();
    all.stream().filter(code -> uses(code, place)).forEach(using::add);
    boolean grown = true;
    while (grown) {
      Set<MethodKey> hidden = new HashSet<>();
      using.stream().filter(Code::isPrivate).forEach(code -> hidden.add(MethodKey.of(code)));
      grown = all.stream().filter(code -> calls(code, hidden)).filter(using::add).count() > 0;
    }
    List<Code> entrances = new ArrayList<>();
    using.stream()
        .filter(Code::isConstructor)
        .filter(Entrances::isEntrance)
        .forEach(entrances::add);
    using.stream()
        .filter(c -> !c.isConstructor())
        .filter(Entrances::isEntrance)
        .forEach(entrances::add);
    return entrances;
  }

  /** What a call names; of other methods than constructors whoever may have inherited it. */
  private record MethodKey(String owner, String name, String desc) {

    static MethodKey of(String owner, String name, String desc) {
      return new MethodKey(name.equals("<init>") ? owner : "", name, desc);
    }

    static MethodKey of(Code code) {
      return of(code.owner().name, code.method().name, code.method().desc);
    }
  }

  private List<Code> methods(Class<?> type) {
    Map<String, ClassNode> nest =
        Nest.of(type).orElseThrow(() -> new UnprovableException(type.getName()));
    List<Code> all = new ArrayList<>();
    for (String name : nest.keySet()) {
      Optional<Class<?>> member = loaded.find(name, type);
      member
          .flatMap(loaded::file)
          .ifPresent(file -> file.methods.forEach(m -> all.add(new Code(member.get(), file, m))));
    }
    return all;
  }

  private boolean uses(Code code, Place place) {
    return instructions(code)
        .anyMatch(
            instruction ->
                instruction instanceof FieldInsnNode field
                    && (field.getOpcode() == Opcodes.GETFIELD
                        || field.getOpcode() == Opcodes.PUTFIELD)
                    && field.name.equals(place.name())
                    && loaded.place(field, code.type()).equals(place));
  }

  private static boolean calls(Code code, Set<MethodKey> methods) {
    return instructions(code).anyMatch(instruction -> mentions(instruction, methods));
  }

  private static boolean mentions(AbstractInsnNode instruction, Set<MethodKey> methods) {
    if (instruction instanceof MethodInsnNode call) {
      return methods.contains(MethodKey.of(call.owner, call.name, call.desc));
    }
    return instruction instanceof InvokeDynamicInsnNode call
        && Arrays.stream(call.bsmArgs)
            .filter(Handle.class::isInstance)
            .map(Handle.class::cast)
            .anyMatch(
                body ->
                    methods.contains(
                        MethodKey.of(body.getOwner(), body.getName(), body.getDesc())));
  }

  private static Stream<AbstractInsnNode> instructions(Code code) {
    return Arrays.stream(code.method().instructions.toArray());
  }

  private static boolean isEntrance(Code code) {
    return !code.isPrivate() || Serialization.isCalledOnWriting(code.method());
  }
}
