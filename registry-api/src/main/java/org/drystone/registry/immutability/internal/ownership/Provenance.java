package org.drystone.registry.immutability.internal.ownership;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Callers;
import org.drystone.registry.immutability.internal.reach.ConstantFields;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Receiver;
import org.drystone.registry.immutability.internal.reach.Updaters;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Follows what is stored in a field back to where it was made, through locals, helpers, other
 * private fields, constants and constructors; holds only if every source is new and known to nobody
 * else, or of a class that is judged by itself.
 */
final class Provenance {

  private record Source(Use use, Receiver receiver) {}

  private final Family family;
  private final Callers callers;
  private final FieldId field;
  private final Inquiry inquiry;
  private final int depth;
  private final Set<Source> followed = new HashSet<>();
  private final Sources found = new Sources();

  Provenance(Family family, FieldId field, Inquiry inquiry) {
    this(family, field, inquiry, 0);
  }

  private Provenance(Family family, FieldId field, Inquiry inquiry, int depth) {
    this.family = family;
    this.callers = new Callers(family);
    this.field = field;
    this.inquiry = inquiry;
    this.depth = depth;
  }

  /** What was found so far. */
  Sources found() {
    return found;
  }

  /** Whether the value that is stored in a field is new. */
  boolean isNew(Use stored) {
    return isNew(stored, receiver(stored));
  }

  /** What is given to the object whose method this is matters for objects in question only. */
  private static Receiver receiver(Use use) {
    return use.flow().origins(use.index(), 0).stream().allMatch(use.flow()::isThis)
        ? Receiver.EXACT
        : Receiver.ANY;
  }

  private boolean isNew(Use use, Receiver receiver) {
    inquiry.step(use.flow(), depth);
    if (!followed.add(new Source(use, receiver))) {
      return true;
    }
    Set<AbstractInsnNode> origins = use.flow().origins(use.index(), use.operand());
    return !origins.isEmpty()
        && origins.stream().allMatch(origin -> isNew(use.flow(), origin, receiver));
  }

  private boolean isNew(MethodFlow flow, AbstractInsnNode origin, Receiver receiver) {
    if (origin instanceof ParameterNode parameter) {
      return isGivenNew(flow, parameter, receiver);
    }
    if (field.isReadBy(origin)) {
      found.noteHandedOn();
      return isOfObjectsInQuestion((FieldInsnNode) origin);
    }
    if (Fresh.isArray(origin) || Fresh.isContainer(flow, origin)) {
      return make(flow, origin);
    }
    if (Fresh.isForeign(origin)) {
      found.noteForeign();
      return true;
    }
    if (origin instanceof MethodInsnNode call) {
      return isNewResult(flow, call, receiver);
    }
    return origin.getOpcode() == Opcodes.ACONST_NULL
        || (origin instanceof FieldInsnNode read && isNewIn(read));
  }

  private boolean make(MethodFlow flow, AbstractInsnNode origin) {
    found.noteBare();
    found.made().add(Alias.made(flow, origin));
    return true;
  }

  private boolean isOfObjectsInQuestion(FieldInsnNode read) {
    return family.exact().map(exact -> exact.isCertain(read)).orElse(true);
  }

  private boolean isGivenNew(MethodFlow helper, ParameterNode parameter, Receiver receiver) {
    if (!inquiry.followsCallers()) {
      return false;
    }
    return callers
        .some(helper, helper.argumentOf(parameter), receiver)
        .filter(
            uses ->
                uses.stream()
                    .allMatch(
                        use ->
                            isNew(use, receiver == Receiver.EXACT ? receiver(use) : Receiver.ANY)))
        .isPresent();
  }

  private boolean isNewResult(MethodFlow flow, MethodInsnNode call, Receiver receiver) {
    Copies copies = new Copies(family, flow);
    if (copies.freeze(call)) {
      found.frozen().add(argument(flow, call));
      return true;
    }
    if (copies.make(call)) {
      return make(flow, call);
    }
    if (Fresh.isUnmodifiable(call)) {
      Provenance behind = inside();
      return behind.isNew(argument(flow, call), receiver)
          && !behind.found.isForeign()
          && take(behind);
    }
    if (Fresh.isWrapper(call)) {
      Provenance behind = inside();
      return behind.isNew(argument(flow, call), receiver)
          && !behind.found.isForeign()
          && take(behind)
          && make(flow, call);
    }
    if (Fresh.isNullCheck(call)) {
      return isSame(inside(), argument(flow, call), receiver);
    }
    return family
        .target(call)
        .filter(maker -> isMadeBy(maker, argument(flow, call), receiver))
        .isPresent();
  }

  private static Use argument(MethodFlow flow, MethodInsnNode call) {
    return new Use(flow, flow.indexOf(call), 0);
  }

  private boolean isSame(Provenance behind, Use given, Receiver receiver) {
    return behind.isNew(given, receiver) && take(behind) && takeResult(behind, given);
  }

  /** What a helper gives back is new for this caller, whoever else calls it. */
  private boolean isMadeBy(MethodFlow maker, Use call, Receiver receiver) {
    Provenance inside = inside();
    found.makers().add(maker);
    return inside.returnsNew(maker, call, receiver) && take(inside) && takeResult(inside, call);
  }

  /** The result of a call is what was found behind it. */
  private boolean takeResult(Provenance behind, Use call) {
    found.takeForeign(behind.found);
    return !behind.found.isBare() || make(call.flow(), call.instruction());
  }

  private boolean returnsNew(MethodFlow maker, Use call, Receiver receiver) {
    boolean isFirst = inquiry.begin(maker);
    if (!isFirst) {
      found.noteBare(); // Decided by whoever asked first, but others may be given the same.
    }
    try {
      return IntStream.range(0, maker.size())
          .filter(index -> maker.instruction(index).getOpcode() == Opcodes.ARETURN)
          .filter(maker::isReachable)
          .mapToObj(index -> maker.origins(index, 0))
          .flatMap(Set::stream)
          .allMatch(
              origin ->
                  origin instanceof ParameterNode parameter
                      ? isGiven(maker, parameter, call, receiver)
                      : !isFirst || isNew(maker, origin, Receiver.ANY));
    } finally {
      if (isFirst) {
        inquiry.end(maker);
      }
    }
  }

  /** What a helper was given and gives back is as new as the argument of this very call. */
  private boolean isGiven(MethodFlow maker, ParameterNode parameter, Use call, Receiver receiver) {
    return isNew(new Use(call.flow(), call.index(), maker.argumentOf(parameter)), receiver);
  }

  private boolean isNewIn(FieldInsnNode read) {
    return read.getOpcode() == Opcodes.GETSTATIC ? isNewConstant(read) : isNewInHolder(read);
  }

  /** A constant may be shared, but not what could be changed through it. */
  private boolean isNewConstant(FieldInsnNode read) {
    if (ConstantFields.isEmpty(family, read)) {
      return true;
    }
    Provenance inside = inside();
    List<Use> writes = ConstantFields.writes(family, read);
    boolean isShown =
        !writes.isEmpty()
            && writes.stream().allMatch(write -> inside.isNew(write, Receiver.ANY))
            && !inside.found.isBare();
    found.takeForeign(inside.found);
    return isShown && take(inside);
  }

  /** Another private field, such as a builder's. */
  private boolean isNewInHolder(FieldInsnNode read) {
    FieldId holder = FieldId.namedBy(read);
    if (read.getOpcode() != Opcodes.GETFIELD
        || !family.fields().isPrivate(read)
        || !isKnown(read)
        || Updaters.mayReach(family, holder)) {
      return false;
    }
    if (!inquiry.begin(holder)) {
      return share(holder);
    }
    try {
      Provenance inside = inside();
      boolean isNew = Writes.in(family, holder).stream().allMatch(inside::isNew) && take(inside);
      found.takeForeign(inside.found);
      return isNew && (!inside.found.isBare() || share(holder));
    } finally {
      inquiry.end(holder);
    }
  }

  /** Whether all writes to that field are those to the objects in question. */
  private boolean isKnown(FieldInsnNode read) {
    return family
        .exact()
        .map(exact -> !exact.type().isBuiltOn(read.owner) || exact.isCertain(read))
        .orElse(true);
  }

  /** Two objects hold what can be changed: from now on nobody may. */
  private boolean share(FieldId holder) {
    found.noteBare();
    found.noteHandedOn();
    found.holders().add(holder);
    return true;
  }

  private Provenance inside() {
    return new Provenance(family, field, inquiry, depth + 1);
  }

  private boolean take(Provenance behind) {
    found.take(behind.found);
    return true;
  }
}
