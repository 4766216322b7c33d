package org.drystone.registry.immutability.internal.proofs;

import com.google.common.base.Suppliers;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.classfiles.UnprovableException;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.ownership.Ownership;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.drystone.registry.immutability.internal.types.Types;
import org.objectweb.asm.Type;

/**
 * What bytecode shows of the fields that a class declares.
 *
 * <p>First the class's nest is asked, whose answers about private fields hold for the objects of
 * all subclasses. What that leaves open may still hold for objects of one exact class: other
 * subclasses write to their own objects only, the exact class may override what writes, and a
 * package that one released jar holds alone is a closed world.
 */
public final class ClassFacts {

  private final FieldProofs inNest;
  private final Supplier<Optional<FieldProofs>> inReach;

  private ClassFacts(FieldProofs inNest, Supplier<Optional<FieldProofs>> inReach) {
    this.inNest = inNest;
    this.inReach = Suppliers.memoize(inReach::get);
  }

  /**
   * The facts about the fields of one class in objects of exactly another, or the same.
   *
   * @return empty if the class file, or one that belongs to it, cannot be read and understood
   */
  public static Optional<ClassFacts> of(Class<?> owner, Class<?> exact, Types types) {
    try {
      return Family.of(owner)
          .map(nest -> new FieldProofs(owner, exact, nest, types))
          .map(nest -> new ClassFacts(nest, () -> inReach(owner, exact, types)));
    } catch (LinkageError | UnprovableException e) {
      return Optional.empty();
    }
  }

  private static Optional<FieldProofs> inReach(Class<?> owner, Class<?> exact, Types types) {
    try {
      return Jdk.defines(owner)
          ? Optional.empty()
          : Family.of(owner, exact).map(family -> new FieldProofs(owner, exact, family, types));
    } catch (LinkageError | UnprovableException e) {
      return Optional.empty();
    }
  }

  /** Whether the field, declared by the class, can change. */
  public Stability stability(Field field) {
    Stability stability = inNest.stability(field);
    return stability == Stability.CHANGING && !Modifier.isPublic(field.getModifiers())
        ? inReach.get().map(proofs -> proofs.stability(field)).orElse(Stability.CHANGING)
        : stability;
  }

  /** Whether the field, which is final, is written on objects that are complete. */
  public boolean isRewritten(Field field) {
    try {
      return inNest.lateWriter(id(field)).isPresent();
    } catch (UnprovableException e) {
      return true;
    }
  }

  /** A method that writes the field after construction, such as {@code Counter.next()}. */
  public Optional<String> writer(Field field) {
    try {
      return inNest.lateWriter(id(field)).map(MethodFlow::toString);
    } catch (UnprovableException e) {
      return Optional.empty();
    }
  }

  /** Whether a method with parameters writes the field after construction, as setters do. */
  public boolean isSet(Field field) {
    try {
      return inNest.isSet(id(field));
    } catch (UnprovableException e) {
      return true;
    }
  }

  /**
   * Whether the array or collection in a field, declared by the class and never written again,
   * belongs to the object alone and is never changed; and those in it.
   */
  public Custody custody(Field field) {
    Custody custody = inNest.custody(field);
    return custody.isOwned() || Modifier.isPublic(field.getModifiers())
        ? custody
        : inReach.get().map(proofs -> proofs.custody(field)).orElse(Custody.SHARED);
  }

  /**
   * Whether the array in a field is a table of results, of which nobody can tell how full it is.
   */
  public boolean isTable(Field field) {
    return inNest.isTable(field);
  }

  /** Whether the class itself never changes the array or collection in such a field. */
  public boolean onlyReads(Field field) {
    return inNest.holds(field, Ownership.Question.ONLY_READ);
  }

  /** The names of the class's annotations, those that are not kept at run time included. */
  public Set<String> annotations() {
    return Stream.of(
            inNest.family().self().visibleAnnotations, inNest.family().self().invisibleAnnotations)
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .map(annotation -> Type.getType(annotation.desc).getClassName())
        .collect(Collectors.toUnmodifiableSet());
  }

  private FieldId id(Field field) {
    return inNest.family().field(field.getName());
  }
}
