package org.drystone.registry.immutability.internal.caches;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.determinism.Determinism;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.Fresh;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Construction;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Serialization;
import org.drystone.registry.immutability.internal.reach.Updaters;
import org.drystone.registry.immutability.internal.reach.Writes;

/**
 * Proves that fields are lazy values of which bits in another field tell whether they are there, as
 * Scala's compiler makes them where a class has several.
 *
 * <p>Each is filled by a method of its own: see {@link LazyValue}. Everybody else gives back what
 * is in the field where the bit is set, and what that method gives back where it is not, and does
 * nothing else.
 */
public final class LazyBits {

  private final Family family;
  private final Determinism determinism;
  private final Construction construction;

  public LazyBits(Family family, Determinism determinism, Construction construction) {
    this.family = family;
    this.determinism = determinism;
    this.construction = construction;
  }

  /** Whether the field is such a value, or keeps the bits of some and nothing else. */
  public boolean hold(FieldId field) {
    return family.flowsWith(Fresh::isClone).isEmpty()
        && fieldsFilledWith(field).anyMatch(other -> isKept(field, other) || isKept(other, field));
  }

  /** The other fields that those write who fill the field. */
  private Stream<FieldId> fieldsFilledWith(FieldId field) {
    List<MethodFlow> fillers = fillers(field);
    return family.self().fields.stream()
        .map(other -> family.field(other.name))
        .filter(other -> !other.equals(field))
        .filter(other -> fillers.stream().anyMatch(flow -> !Writes.of(flow, other).isEmpty()));
  }

  private List<MethodFlow> fillers(FieldId field) {
    return family.flowsWith(field::isWrittenBy).stream()
        .filter(flow -> !Serialization.isExempt(family, flow))
        .filter(flow -> isFilledBy(field, flow))
        .toList();
  }

  private boolean isFilledBy(FieldId field, MethodFlow flow) {
    return Writes.of(flow, field).stream()
        .anyMatch(write -> !construction.isUnseen(new Use(flow, write, 0)));
  }

  /** Whether the bits are those of lazy values only, of which this is one. */
  private boolean isKept(FieldId value, FieldId bits) {
    if (!family.fields().isVolatile(bits)
        || !family.fields().isPrivate(bits)
        || Updaters.mayReach(family, bits)) {
      return false;
    }
    Set<MethodFlow> known = new HashSet<>();
    Set<FieldId> values = new HashSet<>();
    int taken = 0;
    for (MethodFlow filler : fillers(bits)) {
      Optional<LazyValue> lazy = lazy(filler, bits);
      if (lazy.isEmpty() || (lazy.get().bit().mask() & taken) != 0) {
        return false;
      }
      taken |= lazy.get().bit().mask();
      values.add(lazy.get().value());
      known.add(filler);
      known.addAll(readers(lazy.get().value()));
    }
    return values.contains(value) && known.containsAll(readers(bits));
  }

  /** What a method fills, if nobody else does and all who ask for it only give it back. */
  private Optional<LazyValue> lazy(MethodFlow filler, FieldId bits) {
    return family.self().fields.stream()
        .map(field -> family.field(field.name))
        .filter(field -> !field.equals(bits) && fillers(field).equals(List.of(filler)))
        .flatMap(field -> LazyValue.of(family, filler, field, bits).stream())
        .filter(lazy -> determinism.holds(filler))
        .filter(
            lazy ->
                readers(lazy.value()).stream()
                    .allMatch(reader -> reader == filler || lazy.isGivenBy(reader)))
        .findFirst();
  }

  private List<MethodFlow> readers(FieldId field) {
    return family.flowsWith(field::isReadBy).stream()
        .filter(flow -> !Serialization.isExempt(family, flow))
        .toList();
  }
}
