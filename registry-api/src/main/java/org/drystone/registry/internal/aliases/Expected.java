package org.drystone.registry.internal.aliases;

import java.util.Optional;
import org.drystone.registry.AliasRef;
import org.drystone.registry.ConflictException;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.entries.AliasState;
import org.drystone.registry.internal.entries.EntryState;

/** Where an alias must point before it is moved. */
@FunctionalInterface
interface Expected {

  boolean holds(Optional<Long> present);

  static Expected anything() {
    return present -> true;
  }

  static Expected nothing() {
    return Optional::isEmpty;
  }

  static Expected version(long number) {
    return present -> present.filter(version -> version == number).isPresent();
  }

  /**
   * Checks it.
   *
   * @throws ConflictException if it does not hold: where the alias points, by whom, since when
   */
  default void check(AliasRef<?> ref, EntryState state) {
    Optional<AliasState> present = state.alias(ref.alias());
    if (!holds(present.map(AliasState::version))) {
      throw new ConflictException(
          ref + " was not moved",
          present.map(target -> told(ref, target)).orElse("there is no such alias now"),
          "Look where it points, decide again, and move it from there");
    }
  }

  private static String told(AliasRef<?> ref, AliasState target) {
    return "it points to "
        + new VersionId(ref.name(), target.version())
        + ", by "
        + target.author()
        + " since "
        + target.since();
  }
}
