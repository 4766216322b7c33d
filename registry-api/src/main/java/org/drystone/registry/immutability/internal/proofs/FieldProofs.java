package org.drystone.registry.immutability.internal.proofs;

import com.google.common.base.Suppliers;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.caches.CachedValues;
import org.drystone.registry.immutability.internal.caches.Caches;
import org.drystone.registry.immutability.internal.caches.LazyBits;
import org.drystone.registry.immutability.internal.caches.Memos;
import org.drystone.registry.immutability.internal.caches.ResultTable;
import org.drystone.registry.immutability.internal.caches.TableEntry;
import org.drystone.registry.immutability.internal.classfiles.Dispatch;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.drystone.registry.immutability.internal.determinism.Arithmetic;
import org.drystone.registry.immutability.internal.determinism.Determinism;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.ownership.EnumSetViews;
import org.drystone.registry.immutability.internal.ownership.Keepers;
import org.drystone.registry.immutability.internal.ownership.LazyContainers;
import org.drystone.registry.immutability.internal.ownership.Nesting;
import org.drystone.registry.immutability.internal.ownership.Ownership;
import org.drystone.registry.immutability.internal.reach.Construction;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Initialization;
import org.drystone.registry.immutability.internal.reach.Lookups;
import org.drystone.registry.immutability.internal.reach.Serialization;
import org.drystone.registry.immutability.internal.reach.Updaters;
import org.drystone.registry.immutability.internal.reach.Writes;
import org.drystone.registry.immutability.internal.types.Ownable;
import org.drystone.registry.immutability.internal.types.Types;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldNode;

/** Proofs about the fields of one class, from the code of all who can reach them. */
final class FieldProofs {

  private static final int OWN_CONSTANT = Modifier.PRIVATE | Modifier.FINAL;

  private final Class<?> type;
  private final Class<?> exact;
  private final Family family;
  private final Types types;
  private final Construction construction;
  private final Initialization initialization;
  private final Map<FieldId, Optional<MethodFlow>> lateWriters = new HashMap<>();
  private final Supplier<Set<FieldId>> caches = Suppliers.memoize(this::findCaches);

  FieldProofs(Class<?> type, Class<?> exact, Family family, Types types) {
    this.type = type;
    this.exact = exact;
    this.family = family;
    this.types = types;
    this.construction = new Construction(family);
    this.initialization = new Initialization(family);
  }

  Family family() {
    return family;
  }

  /** Whether the field, which is not final, can change; CHANGING as well if nothing was shown. */
  Stability stability(Field field) {
    try {
      FieldId id = family.field(field.getName());
      if (isSetByOthers(id)
          || !isClosed(field.getModifiers(), field.getName())
          || Updaters.mayReach(family, id)
          || Lookups.leaks(family)) {
        return Stability.CHANGING;
      }
      Optional<MethodFlow> writer = lateWriter(id);
      if (writer.isEmpty()) {
        return Stability.FIXED;
      }
      boolean isTold = !isSet(id) && Caches.mayFill(writer.get());
      return (isTold && (isCache(field, id) || isLazy(field, id))) || isMemo(field, id)
          ? Stability.CACHE
          : Stability.CHANGING;
    } catch (UnprovableException e) {
      return Stability.CHANGING;
    }
  }

  /** A method that writes the field after construction. */
  Optional<MethodFlow> lateWriter(FieldId field) {
    Optional<MethodFlow> known = lateWriters.get(field);
    if (known == null) {
      known = findLateWriter(field);
      lateWriters.put(field, known);
    }
    return known;
  }

  private Optional<MethodFlow> findLateWriter(FieldId field) {
    return family.flowsWith(field.name(), field::isWrittenBy).stream()
        .filter(flow -> isWrittenLate(flow, field))
        .findFirst();
  }

  /** Whether a method with parameters writes the field after construction; a cheap question. */
  boolean isSet(FieldId field) {
    return family.flowsWith(field.name(), field::isWrittenBy).stream()
        .anyMatch(flow -> flow.hasParameters() && isWrittenLate(flow, field));
  }

  /** The same, of methods that anybody may call; a cheap question. */
  private boolean isSetByOthers(FieldId field) {
    int open = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;
    return family.flowsWith(field.name(), field::isWrittenBy).stream()
        .filter(flow -> (flow.method().access & open) != 0)
        .anyMatch(flow -> flow.hasParameters() && isWrittenLate(flow, field));
  }

  private boolean isWrittenLate(MethodFlow flow, FieldId field) {
    return !Serialization.isExempt(family, flow)
        && Writes.of(flow, field).stream()
            .map(write -> new Use(flow, write, 0))
            .anyMatch(write -> !construction.isUnseen(write) && !initialization.isUnderway(write));
  }

  /** Who else can reach the container in the field, and those in it. */
  Custody custody(Field field) {
    boolean isShown =
        Modifier.isFinal(field.getModifiers())
            && Ownable.fitsContainer(field.getType())
            && !isClosed(field.getModifiers(), field.getName());
    Ownership.Question question = isShown ? Ownership.Question.SHOWN : Ownership.Question.OWNED;
    if (!holds(field, question)) {
      return Custody.SHARED;
    }
    int levels = nesting(field);
    return levels > 1 && holds(field, question, levels) ? Custody.of(levels) : Custody.OWNED;
  }

  private int nesting(Field field) {
    return family.self().fields.stream()
        .filter(node -> node.name.equals(field.getName()))
        .mapToInt(Nesting::of)
        .max()
        .orElse(1);
  }

  /** Whether an answer of the container in the field to that question can be proven. */
  boolean holds(Field field, Ownership.Question question) {
    return holds(field, question, 1);
  }

  private boolean holds(Field field, Ownership.Question question, int levels) {
    try {
      FieldId id = family.field(field.getName());
      return (question == Ownership.Question.SHOWN
              || isClosed(field.getModifiers(), field.getName()))
          && !Lookups.mayRead(family, id)
          && new Ownership(family, id, question, levels, construction, keepers()).holds();
    } catch (UnprovableException e) {
      return false;
    }
  }

  /**
   * Whether the array in the field is a table of results, of which nobody can tell how full it is.
   */
  boolean isTable(Field field) {
    Class<?> entry = field.getType().getComponentType();
    if (entry == null
        || entry.isPrimitive()
        || (field.getModifiers() & OWN_CONSTANT) != OWN_CONSTANT
        || Cloneable.class.isAssignableFrom(exact)) {
      return false;
    }
    try {
      FieldId id = family.field(field.getName());
      Arithmetic arithmetic = new Arithmetic(family, new Dispatch(exact));
      return !Lookups.mayRead(family, id)
          && TableEntry.of(family, entry.getName().replace('.', '/'))
              .filter(e -> new ResultTable(family, id, e, arithmetic).holds())
              .isPresent();
    } catch (UnprovableException e) {
      return false;
    }
  }

  private Keepers keepers() {
    return new Keepers(family, type.getClassLoader());
  }

  private Set<FieldId> findCaches() {
    return family.self().fields.stream()
        .filter(this::mayChange)
        .map(field -> family.field(field.name))
        .filter(field -> lateWriter(field).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean mayChange(FieldNode field) {
    return (field.access & (Opcodes.ACC_STATIC | Opcodes.ACC_FINAL)) == 0
        && isClosed(field.access, field.name);
  }

  /** Whether all who can write the field are known. */
  private boolean isClosed(int access, String name) {
    return family
        .exact()
        .map(exact -> exact.admitField(access, name))
        .orElse(Modifier.isPrivate(access));
  }

  private boolean isCache(Field field, FieldId id) {
    return (isHarmless(field, id) || isEnumSetView(field, id) || isOwnContainer(field, id))
        && guards(id).anyMatch(guard -> isCache(field, id, guard));
  }

  private boolean isHarmless(Field field, FieldId id) {
    return types.holdsOnlyImmutable(field.getType())
        || new CachedValues(family, type, exact, types).areImmutable(id);
  }

  private boolean isLazy(Field field, FieldId id) {
    Determinism determinism = new Determinism(family, new Dispatch(exact), types);
    return isHarmless(field, id)
        && !Cloneable.class.isAssignableFrom(exact)
        && new LazyBits(family, determinism, construction).hold(id);
  }

  private boolean isEnumSetView(Field field, FieldId id) {
    return new EnumSetViews(family, new Dispatch(exact), types).fill(id)
        && holds(field, Ownership.Question.OWNED);
  }

  private boolean isOwnContainer(Field field, FieldId id) {
    return Ownable.fitsContainer(field.getType())
        && lazyContainers().holdImmutable(id)
        && holds(field, Ownership.Question.OWNED);
  }

  private LazyContainers lazyContainers() {
    return new LazyContainers(family, new Dispatch(exact), types);
  }

  private boolean isMemo(Field field, FieldId id) {
    Determinism determinism = new Determinism(family, new Dispatch(exact), types);
    return isHarmless(field, id)
        && (family.fields().isVolatile(id) || isSafeInRaces(field, id))
        && new Memos(family, exact, caches.get(), determinism, construction).hold(id);
  }

  /** The field guards itself; or another cache does that is filled along with it. */
  private Stream<FieldId> guards(FieldId id) {
    return Stream.concat(Stream.of(id), caches.get().stream().filter(other -> !other.equals(id)));
  }

  private boolean isCache(Field field, FieldId id, FieldId guard) {
    Determinism determinism = new Determinism(family, new Dispatch(exact), types);
    Caches group =
        new Caches(family, exact, guard, caches.get(), determinism, construction, initialization);
    return group.contains(id) && group.hold() && isSeenWhole(field, guard, group);
  }

  /** Whether nobody in another thread can see the cache before what it holds is complete. */
  private boolean isSeenWhole(Field field, FieldId guard, Caches group) {
    return family.fields().isVolatile(guard)
        || group.areSynchronized()
        || (!group.areMany() && isSafeInRaces(field, guard));
  }

  /** Others may see half of a number of 64 bits that is not volatile. */
  private boolean isSafeInRaces(Field field, FieldId id) {
    return field.getType() != long.class
        && field.getType() != double.class
        && isWholeInRaces(field, id);
  }

  private boolean isWholeInRaces(Field field, FieldId id) {
    if (Ownable.fitsContainer(field.getType()) && !isHarmless(field, id)) {
      return isEnumSetView(field, id) || lazyContainers().areSafeInRaces(id);
    }
    return CachedValues.isSafeInRaces(field.getType())
        || new CachedValues(family, type, exact, types).areSafeInRaces(id);
  }
}
