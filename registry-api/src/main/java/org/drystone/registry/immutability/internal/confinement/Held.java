package org.drystone.registry.immutability.internal.confinement;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drystone.registry.immutability.internal.confinement.Source.Known;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.analysis.Value;

/**
 * What a variable may hold.
 *
 * @param size how many places it takes
 */
record Held(int size, Set<Source> sources) implements Value {

  static final Held NOTHING = new Held(1, Set.of());
  static final Held OUTSIDE = new Held(1, Set.of(Known.OUTSIDE));
  static final Held NULL = new Held(1, Set.of(Known.NULL));
  private static final Held WIDE = new Held(2, Set.of(Known.OUTSIDE));

  /** Anything of that type that no followed code made. */
  static Held outside(Type type) {
    return type.getSize() == 2 ? WIDE : OUTSIDE;
  }

  static Held of(Source source) {
    return new Held(1, Set.of(source));
  }

  static Held of(Collection<? extends Source> sources) {
    return new Held(1, Set.copyOf(sources));
  }

  @Override
  public int getSize() {
    return size;
  }

  Held or(Held other) {
    if (sources.containsAll(other.sources)) {
      return this;
    }
    if (other.sources.containsAll(sources)) {
      return other;
    }
    Set<Source> all = new HashSet<>(sources);
    all.addAll(other.sources);
    return new Held(size, Set.copyOf(all));
  }

  /** The parts, and whatever else passes. */
  Held where(Predicate<Part> part, Predicate<Known> other) {
    return of(
        sources.stream()
            .filter(source -> source instanceof Part p ? part.test(p) : other.test((Known) source))
            .toList());
  }

  Stream<Part> parts() {
    return sources.stream().filter(Part.class::isInstance).map(Part.class::cast);
  }

  boolean hasParts() {
    return parts().findAny().isPresent();
  }

  boolean isOutside() {
    return sources.contains(Known.OUTSIDE);
  }

  /** Whether it is nothing but parts, or null. */
  boolean isParts() {
    return hasParts() && !isOutside();
  }

  /** The same as later runs find it. */
  Held old() {
    return hasParts()
        ? of(
            sources.stream()
                .map(source -> source instanceof Part part ? part.old() : source)
                .collect(Collectors.toSet()))
        : this;
  }

  /** Whether all that it may be is one of these. */
  boolean isSurely(Known... known) {
    return !sources.isEmpty() && EnumSet.copyOf(List.of(known)).containsAll(sources);
  }
}
