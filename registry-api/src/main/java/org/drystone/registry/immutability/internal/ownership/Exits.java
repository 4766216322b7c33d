package org.drystone.registry.immutability.internal.ownership;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.drystone.registry.immutability.internal.flow.Use;
import org.drystone.registry.immutability.internal.ownership.Alias.Kind;
import org.drystone.registry.immutability.internal.ownership.Alias.Lineage;
import org.drystone.registry.immutability.internal.ownership.Alias.Phase;
import org.drystone.registry.immutability.internal.reach.Callers;
import org.drystone.registry.immutability.internal.reach.Family;
import org.drystone.registry.immutability.internal.reach.Receiver;

/** Who is given what a method returns. */
final class Exits {

  private final Family family;
  private final Keepers keepers;
  private final Sources sources;
  private final Handovers handovers;
  private final Fillings fillings;
  private final Returns returns;
  private final Callers callers;

  Exits(
      Family family,
      Keepers keepers,
      Sources sources,
      Handovers handovers,
      Fillings fillings,
      Returns returns) {
    this.family = family;
    this.keepers = keepers;
    this.sources = sources;
    this.handovers = handovers;
    this.fillings = fillings;
    this.returns = returns;
    this.callers = new Callers(family);
  }

  /**
   * Whether a method may return it: a helper what it made or was given, and a private one the
   * container itself. What it leads to there is added.
   */
  boolean admit(Alias alias, Use use, Consumer<Alias> add) {
    if (alias.lineage() == Lineage.GIVEN) {
      returns.giveBack(alias).forEach(add);
      return true;
    }
    return isMade(alias, use) || isGivenToOwn(alias, add);
  }

  private boolean isMade(Alias alias, Use use) {
    boolean isMadeThere =
        alias.level() == 0
            ? sources.makers().contains(alias.flow())
            : fillings.isMadeToReturn(alias);
    return alias.phase() == Phase.FILLING
        && alias.kind() == Kind.CONTAINER
        && isMadeThere
        && !handovers.mayPrecede(alias, use.index());
  }

  /** Whether only the family can call the method; then the results of its calls are aliases. */
  private boolean isGivenToOwn(Alias alias, Consumer<Alias> add) {
    boolean isOwn = family.exact().filter(exact -> exact.keepsToItself(alias.flow())).isPresent();
    Optional<List<Use>> known =
        (keepers.isGuest(alias.flow()) ? new Callers(keepers.home(alias.flow())) : callers)
            .some(alias.flow(), 0, isOwn ? Receiver.EXACT : Receiver.ANY);
    known.ifPresent(
        uses ->
            uses.forEach(
                use ->
                    add.accept(
                        Alias.held(use.flow(), use.instruction(), alias.kind(), Phase.SEALED)
                            .at(alias.level()))));
    return known.isPresent();
  }
}
