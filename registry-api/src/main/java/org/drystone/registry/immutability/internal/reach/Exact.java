package org.drystone.registry.immutability.internal.reach;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.ExactType;
import org.drystone.registry.immutability.internal.classfiles.Neighbours;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Relevance;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Tells which instructions may meet an object of one exact class. A method that the exact class
 * overrides, or that only a sibling calls on its own objects, never does.
 */
public final class Exact implements Opcodes {

  private final Family family;
  private final ExactType type;
  private final Neighbours neighbours;
  private final Set<MethodFlow> alive = new HashSet<>();
  private final Set<MethodFlow> asked = new HashSet<>();

  Exact(Family family, ExactType type) {
    this.family = family;
    this.type = type;
    this.neighbours = new Neighbours(type, family::has);
  }

  public ExactType type() {
    return type;
  }

  Set<ClassNode> neighbours() {
    return neighbours.admitted();
  }

  /** Of the instructions that read and write fields. */
  Relevance relevance() {
    return (flow, index) ->
        !(flow.instruction(index) instanceof FieldInsnNode use)
            || use.getOpcode() == GETSTATIC
            || use.getOpcode() == PUTSTATIC
            || !type.isBuiltOn(use.owner)
            || isReceiver(flow, index);
  }

  /** Lets in all who can reach a field that is not private; false if they are not known. */
  public boolean admitField(int access, String name) {
    if ((access & (ACC_PUBLIC | ACC_PRIVATE)) != 0) {
      return (access & ACC_PRIVATE) != 0;
    }
    return Stream.concat(Stream.of(name), Updaters.FINDERS.stream())
        .allMatch(mentioned -> admitPackage(family.self().name, mentioned));
  }

  /** Lets in those beside a class that mention a name, or may look it up. */
  private boolean admitPackage(String className, String mentioned) {
    return Stream.concat(Stream.of(mentioned), Lookups.MAKERS.stream())
        .allMatch(name -> neighbours.admitPackage(className, name));
  }

  /** Whether the call is one that the class of its object decides, of an object in question. */
  boolean isVirtual(MethodInsnNode call) {
    return (call.getOpcode() == INVOKEVIRTUAL || call.getOpcode() == INVOKEINTERFACE)
        && type.isBuiltOn(call.owner);
  }

  /** Whether the object that an instruction reads, writes or calls may be of the exact class. */
  boolean isReceiver(MethodFlow flow, int index) {
    return flow.operands(index).isEmpty()
        || flow.origins(index, 0).stream().anyMatch(origin -> mayBeExact(flow, origin));
  }

  private boolean mayBeExact(MethodFlow flow, AbstractInsnNode origin) {
    if (flow.isThis(origin)) {
      return type.fits(flow.owner().name) && isAlive(flow);
    }
    return origin.getOpcode() != NEW || isNewExact(origin);
  }

  /** Whether it is a method of the exact class's, or one that it takes from a superclass. */
  public boolean hasMethod(MethodFlow method) {
    return !method.isStatic() && type.isBuiltOn(method.owner().name);
  }

  /** Whether a method reads no fields but those of its own object. */
  public boolean keepsToItself(MethodFlow flow) {
    return hasMethod(flow)
        && IntStream.range(0, flow.size())
            .filter(index -> isRead(flow.instruction(index)))
            .allMatch(index -> flow.origins(index, 0).stream().allMatch(flow::isThis));
  }

  private boolean isRead(AbstractInsnNode instruction) {
    return instruction.getOpcode() == GETFIELD
        && type.isBuiltOn(((FieldInsnNode) instruction).owner);
  }

  /** Whether the instruction makes an object of the exact class. */
  public boolean isNewExact(AbstractInsnNode origin) {
    return origin.getOpcode() == NEW && ((TypeInsnNode) origin).desc.equals(type.name());
  }

  /** Whether only an object of the exact class can be read. */
  public boolean isCertain(FieldInsnNode read) {
    return read.owner.equals(type.name()) && type.isFinal();
  }

  /** Whether an instance method may run on an object of the exact class. */
  private boolean isAlive(MethodFlow flow) {
    if (!type.isBuiltOn(flow.owner().name)
        || flow.isConstructor()
        || Serialization.isCalledOnWriting(flow)
        || alive.contains(flow)) {
      return true;
    }
    if (!asked.add(flow)) {
      return false; // If it is, whoever asks finds out in the way that it was asked about first.
    }
    boolean isFirst = asked.size() == 1;
    try {
      boolean isCalled =
          new Callers(family).of(flow, 0).map(calls -> !calls.isEmpty()).orElse(true);
      if (isCalled) {
        alive.add(flow);
      }
      return isCalled;
    } finally {
      if (isFirst) {
        asked.clear();
      }
    }
  }

  /**
   * Lets in all who can call a method that is not private, on the objects that are asked for.
   *
   * @return false if they are not known
   */
  boolean admitCallers(MethodFlow method, Receiver receiver) {
    boolean own = receiver == Receiver.EXACT && type.isBuiltOn(method.owner().name);
    if (method.isConstructor()) {
      return own ? admitMakers(method) : admitUsers(method, method.owner().name);
    }
    if (!own || method.isStatic()) {
      return admitUsers(method, method.method().name);
    }
    return type.isOverridden(method.owner(), method.method()) || admitSenders(method);
  }

  /** The constructors of superclasses are called by the exact class, on its objects. */
  private boolean admitMakers(MethodFlow constructor) {
    String owner = constructor.owner().name;
    boolean isPublic = (constructor.method().access & ACC_PUBLIC) != 0;
    return !owner.equals(type.name()) || (!isPublic && admitPackage(owner, owner));
  }

  /** Outside of the packages, the verifier lets a class call its own objects only. */
  private boolean admitSenders(MethodFlow method) {
    String name = method.method().name;
    return !type.isDeclaredByJdk(name)
        && type.declarations(name, method.method().desc)
            .allMatch(
                declared ->
                    (declared.method().access & ACC_PUBLIC) == 0
                        && admitPackage(declared.owner().name, name));
  }

  private boolean admitUsers(MethodFlow method, String mentioned) {
    boolean isInherited = (method.owner().access & ACC_FINAL) == 0;
    int open = isInherited ? ACC_PUBLIC | ACC_PROTECTED : ACC_PUBLIC;
    return (method.method().access & open) == 0 && admitPackage(method.owner().name, mentioned);
  }

  /** Lets in all who can call a private method, or one made by the compiler for a nest. */
  boolean admitNest(MethodFlow method) {
    String owner = method.owner().name;
    return type.part(owner)
        .map(neighbours::admitNest)
        .orElseGet(() -> family.has(owner) || admitPackage(owner, method.method().name));
  }

  /** Whether a call may run that method, on the objects that are asked for. */
  boolean isMeant(MethodFlow method, Receiver receiver, MethodInsnNode call) {
    if (!call.name.equals(method.method().name) || !call.desc.equals(method.method().desc)) {
      return false;
    }
    if (method.isConstructor()) {
      return call.owner.equals(method.owner().name);
    }
    boolean own = receiver == Receiver.EXACT && type.isBuiltOn(method.owner().name);
    return !own || method.isStatic() || isPrivate(method) || runs(method, call);
  }

  private static boolean isPrivate(MethodFlow method) {
    return (method.method().access & ACC_PRIVATE) != 0;
  }

  private boolean runs(MethodFlow method, MethodInsnNode call) {
    if (call.getOpcode() != INVOKESPECIAL) {
      return type.fits(call.owner) && !type.isOverridden(method.owner(), method.method());
    }
    return type.inheritedBy(call.owner, call.name, call.desc)
        .filter(inherited -> inherited.method() == method.method())
        .isPresent();
  }
}
