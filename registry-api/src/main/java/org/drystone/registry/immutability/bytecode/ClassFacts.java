package org.drystone.registry.immutability.bytecode;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** What the bytecode of a class, and of those that share its private members, shows. */
public final class ClassFacts {

  private final Class<?> type;
  private final Family family;
  private final Types types;
  private final Set<FieldId> caches;

  private ClassFacts(Class<?> type, Family family, Types types) {
    this.type = type;
    this.family = family;
    this.types = types;
    this.caches =
        family.self().fields.stream()
            .map(field -> new FieldId(family.self().name, field.name))
            .filter(field -> lateWriter(field).isPresent())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Empty if the class file, or one that belongs to it, cannot be read and understood. */
  public static Optional<ClassFacts> of(Class<?> type, Types types) {
    try {
      return Family.of(type).map(family -> new ClassFacts(type, family, types));
    } catch (LinkageError | UnprovableException e) {
      return Optional.empty();
    }
  }

  /** Whether the field, declared by the class, can change. */
  public Stability stability(Field field) {
    if (Modifier.isFinal(field.getModifiers())) {
      return Stability.FIXED;
    }
    FieldId id = id(field);
    try {
      if (!Modifier.isPrivate(field.getModifiers()) || Updaters.mayReach(family, id)) {
        return Stability.CHANGING;
      }
      if (!caches.contains(id)) {
        return Stability.FIXED;
      }
      return isCache(field, id) ? Stability.CACHE : Stability.CHANGING;
    } catch (UnprovableException e) {
      return Stability.CHANGING;
    }
  }

  /** A method that writes the field after construction, such as {@code Counter.next()}. */
  public Optional<String> writer(Field field) {
    return lateWriter(id(field));
  }

  /** Whether a method with parameters writes the field after construction, as setters do. */
  public boolean isSet(Field field) {
    return family.flowsWith(id(field)::isWrittenBy).stream()
        .anyMatch(flow -> flow.hasParameters() && isWrittenLate(flow, id(field)));
  }

  /**
   * Whether the array or collection in a field, declared by the class and never written again,
   * belongs to the object alone and is never changed.
   */
  public boolean owns(Field field) {
    return holds(field, Ownership.Question.OWNED);
  }

  /** Whether the class itself never changes the array or collection in such a field. */
  public boolean onlyReads(Field field) {
    return holds(field, Ownership.Question.ONLY_READ);
  }

  /** The names of the class's annotations, those that are not kept at run time included. */
  public Set<String> annotations() {
    return Stream.of(family.self().visibleAnnotations, family.self().invisibleAnnotations)
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .map(annotation -> Type.getType(annotation.desc).getClassName())
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean holds(Field field, Ownership.Question question) {
    try {
      return Modifier.isPrivate(field.getModifiers())
          && new Ownership(family, id(field), question, new Construction(family)).holds();
    } catch (UnprovableException e) {
      return false;
    }
  }

  private FieldId id(Field field) {
    return new FieldId(family.self().name, field.getName());
  }

  private Optional<String> lateWriter(FieldId field) {
    return family.flowsWith(field::isWrittenBy).stream()
        .filter(flow -> isWrittenLate(flow, field))
        .map(MethodFlow::toString)
        .findFirst();
  }

  private boolean isWrittenLate(MethodFlow flow, FieldId field) {
    return !Serialization.isExempt(family, flow)
        && Writes.of(flow, field).stream()
            .map(write -> new Use(flow, write, 0))
            .anyMatch(write -> !new Construction(family).isUnseen(write));
  }

  private boolean isCache(Field field, FieldId id) {
    boolean harmless =
        types.holdsOnlyImmutable(field.getType())
            || new CachedValues(family, type, types).areImmutable(id);
    return harmless
        && guards(id).stream()
            .anyMatch(
                guard ->
                    new LazyField(family, id, guard, caches, new Construction(family)).isCache());
  }

  /** The field guards itself; or another cache does that is filled along with it. */
  private List<FieldId> guards(FieldId id) {
    List<FieldId> guards =
        caches.stream().filter(other -> !other.equals(id)).collect(Collectors.toList());
    guards.add(0, id);
    return guards;
  }
}
