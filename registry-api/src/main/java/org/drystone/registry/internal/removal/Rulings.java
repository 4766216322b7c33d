package org.drystone.registry.internal.removal;

import java.util.List;
import java.util.Optional;
import org.drystone.registry.Change;
import org.drystone.registry.Position;
import org.drystone.registry.Retention;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.Rules;
import org.drystone.registry.internal.reading.Ownership;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;

/** The rules by which versions are kept, as one reader may see and set them. */
final class Rulings {
  private final Core core;
  private final Reader reader;
  private final Ownership ownership;

  Rulings(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.ownership =
        new Ownership(core, reader, new Resolver(core, reader), "see or set the rule of");
  }

  Optional<Retention> find(Scope scope) {
    return core.present(
        revision -> {
          ownership.require(scope, revision);
          return present(scope, revision);
        });
  }

  /** Sets the rule of that scope, or takes it back. */
  Position set(Scope scope, Optional<Retention> rule) {
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          ownership.require(scope, before);
          if (present(scope, before).equals(rule)) {
            return Commits.Plan.nothing(core.position(before));
          }
          return new Commits.Plan<>(
              List.of(new Change.RetentionChanged(scope, rule)),
              () -> apply(scope, rule, revision),
              core.position(revision));
        });
  }

  private void apply(Scope scope, Optional<Retention> rule, long revision) {
    core.rules.set(
        scope,
        rule.map(kept -> new Rules.Rule(scope, kept, reader.caller().user())).orElse(null),
        revision);
  }

  private Optional<Retention> present(Scope scope, long revision) {
    return Optional.ofNullable(core.rules.on(scope, revision)).map(Rules.Rule::retention);
  }
}
