package org.drystone.registry.immutability.internal.caches;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.drystone.registry.immutability.internal.flow.FieldId;
import org.drystone.registry.immutability.internal.flow.MethodFlow;
import org.drystone.registry.immutability.internal.flow.Naming;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.reach.Construction;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Initialization;
import org.drystone.registry.immutability.internal.reach.Serialization;
import org.drystone.registry.immutability.internal.reach.Writes;

/** The methods that fill a field after its object was made. */
final class Fillers {

  private final Family family;
  private final FieldId guard;
  private final Construction construction;
  private final Initialization initialization;
  private final List<MethodFlow> all;

  Fillers(Family family, FieldId guard, Construction construction, Initialization initialization) {
    this.family = family;
    this.guard = guard;
    this.construction = construction;
    this.initialization = initialization;
    this.all =
        family.flowsWith(guard.name(), guard::isWrittenBy).stream()
            .filter(flow -> !Serialization.isExempt(family, flow))
            .filter(flow -> !fills(flow, guard).isEmpty())
            .toList();
  }

  List<MethodFlow> all() {
    return all;
  }

  /** Empty if there is none, or more than one. */
  Optional<MethodFlow> sole() {
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  /** The writes that do not belong to the making of the object. */
  List<Integer> fills(MethodFlow flow, FieldId field) {
    return Writes.of(flow, field).stream()
        .filter(write -> isLate(new Use(flow, write, 0)))
        .toList();
  }

  private boolean isLate(Use write) {
    return !construction.isUnseen(write) && !initialization.isUnderway(write);
  }

  /**
   * Whether it does not matter which of them comes first: there is only one, or all make what they
   * store in the same way, of what cannot change.
   *
   * @param late the fields of the class that are written after construction
   */
  boolean agree(Set<FieldId> late) {
    if (all.size() == 1) {
      return true;
    }
    Set<Optional<String>> formulas =
        all.stream()
            .flatMap(flow -> fills(flow, guard).stream().map(fill -> formula(flow, fill, late)))
            .collect(Collectors.toSet());
    return formulas.size() == 1 && !formulas.contains(Optional.empty());
  }

  /** Empty if it depends on more than what cannot change. */
  private Optional<String> formula(MethodFlow flow, int fill, Set<FieldId> late) {
    Naming naming = family.naming(flow);
    return new Formula(naming, name -> late.stream().anyMatch(field -> field.isReadBy(name)))
        .of(naming.operand(fill, 1));
  }
}
