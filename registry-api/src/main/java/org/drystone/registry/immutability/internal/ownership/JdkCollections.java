package org.drystone.registry.immutability.internal.ownership;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.ParameterNode;
import org.drystone.registry.immutability.internal.flow.Search;
import org.drystone.registry.immutability.internal.flow.Site;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Callers;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Receiver;
import org.drystone.registry.immutability.internal.reach.Updaters;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Proves that a value is one of the JDK's collections or streams: those keep nothing of what they
 * are given but its elements, and no array or collection that they give out. Follows it back
 * through locals, helpers, closed fields and all callers; one source that may be of another class
 * decides.
 */
final class JdkCollections {

  /** What hands on to others what the elements are put into. */
  private static final Set<String> SPREADING = Set.of("flatMap", "mapMulti");

  private record Source(MethodFlow flow, AbstractInsnNode origin, Optional<Site> site) {}

  private final Family family;
  private final Callers callers;
  private final Search<Source> search = new Search<>(this::mayBeForeign);

  JdkCollections(Family family) {
    this.family = family;
    this.callers = new Callers(family);
  }

  /** Whether the operand is such a collection, in a method that was called there. */
  boolean include(Use use, Optional<Site> site) {
    return use.flow().origins(use.index(), use.operand()).stream()
        .noneMatch(origin -> search.finds(new Source(use.flow(), origin, site)));
  }

  private boolean mayBeForeign(Source source, Collection<Source> next) {
    AbstractInsnNode origin = source.origin();
    if (origin instanceof ParameterNode parameter) {
      return !isGiven(source, parameter, next);
    }
    if (origin instanceof FieldInsnNode read) {
      return !isStored(read, next);
    }
    if (origin instanceof MethodInsnNode call && !Fresh.isContainer(source.flow(), origin)) {
      return !isResult(source, call, next);
    }
    return origin.getOpcode() != Opcodes.ACONST_NULL && !Fresh.isContainer(source.flow(), origin);
  }

  private boolean isGiven(Source source, ParameterNode parameter, Collection<Source> next) {
    MethodFlow flow = source.flow();
    if (flow.isThis(parameter)) {
      return false;
    }
    int argument = flow.argumentOf(parameter);
    if (source.site().isPresent()) {
      Site site = source.site().get();
      add(new Use(site.caller(), site.index(), argument), site.outer(), next);
      return true;
    }
    Optional<List<Use>> uses = callers.some(flow, argument, Receiver.ANY);
    uses.ifPresent(all -> all.forEach(use -> add(use, Optional.empty(), next)));
    return uses.isPresent();
  }

  /** In a field of whatever object, all writes to which are known. */
  private boolean isStored(FieldInsnNode read, Collection<Source> next) {
    FieldId field = FieldId.namedBy(read);
    boolean isClosed =
        read.getOpcode() == Opcodes.GETFIELD
            && (family.fields().isFinal(read)
                || (family.fields().isPrivate(read) && !Updaters.mayReach(family, field)));
    if (isClosed) {
      family
          .flowsWith(field::isWrittenBy)
          .forEach(
              flow ->
                  Use.of(flow, origin -> true).stream()
                      .filter(use -> use.operand() == 1 && field.isWrittenBy(use.instruction()))
                      .forEach(use -> add(use, Optional.empty(), next)));
    }
    return isClosed;
  }

  private boolean isResult(Source source, MethodInsnNode call, Collection<Source> next) {
    Use use = new Use(source.flow(), source.flow().indexOf(call), 0);
    if (Fresh.isImmutable(call) || isMadeOfElements(call)) {
      return true;
    }
    if (Fresh.showsArgument(call) || ContainerMethods.isView(call) || isStreamOf(call)) {
      add(use, source.site(), next);
      return true;
    }
    Optional<Site> site = Site.of(use, source.site());
    Optional<MethodFlow> target = site.flatMap(deep -> family.target(call));
    target.ifPresent(helper -> addResults(helper, site, next));
    return target.isPresent();
  }

  /** {@code Arrays.asList(..)}, {@code Stream.of(..)}, {@code "a".chars()} and the like. */
  private static boolean isMadeOfElements(MethodInsnNode call) {
    return call.getOpcode() == Opcodes.INVOKESTATIC
        ? call.owner.equals("java/util/Arrays") || (givesStream(call) && isOfJdk(call))
        : call.owner.equals("java/lang/String") && givesStream(call);
  }

  /** A stream of a collection, or what another stream turns into. */
  private static boolean isStreamOf(MethodInsnNode call) {
    return givesStream(call)
        && call.getOpcode() != Opcodes.INVOKESTATIC
        && call.owner.startsWith("java/util/")
        && SPREADING.stream().noneMatch(call.name::startsWith);
  }

  private static boolean givesStream(MethodInsnNode call) {
    return Type.getReturnType(call.desc).getClassName().startsWith("java.util.stream.");
  }

  private static boolean isOfJdk(MethodInsnNode call) {
    return call.owner.startsWith("java/")
        && !call.owner.equals("java/util/stream/StreamSupport")
        && !call.name.equals("concat");
  }

  private static void addResults(MethodFlow helper, Optional<Site> site, Collection<Source> next) {
    for (int index = 0; index < helper.size(); index++) {
      if (helper.instruction(index).getOpcode() == Opcodes.ARETURN && helper.isReachable(index)) {
        add(new Use(helper, index, 0), site, next);
      }
    }
  }

  private static void add(Use use, Optional<Site> site, Collection<Source> next) {
    use.flow()
        .origins(use.index(), use.operand())
        .forEach(origin -> next.add(new Source(use.flow(), origin, site)));
  }
}
