package org.drystone.registry.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.Access;
import org.drystone.registry.Change;
import org.drystone.registry.Key;
import org.drystone.registry.Name;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.jspecify.annotations.Nullable;

/** Rights as one reader may see and change them. */
final class AccessView implements Access {

  private final Core core;
  private final Reader reader;
  private final Resolver resolver;

  AccessView(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.resolver = new Resolver(core, reader);
  }

  @Override
  public Position grant(Scope scope, Principal to, Right right) {
    return set(scope, to, right);
  }

  @Override
  public Position revoke(Scope scope, Principal from) {
    return set(scope, from, null);
  }

  @Override
  public Optional<Right> mine(Scope scope) {
    return core.present(revision -> Optional.ofNullable(core.rights.of(reader, scope, revision)));
  }

  @Override
  public Map<Principal, Right> grants(Scope scope) {
    return core.present(
        revision -> {
          requireOwner(scope, revision);
          return core.rights.grants(scope, revision);
        });
  }

  private Position set(Scope scope, Principal principal, @Nullable Right right) {
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          requireOwner(scope, before);
          Right present = core.rights.grants(scope, before).get(principal);
          if (right == present) {
            return Commits.Plan.nothing(core.position(before));
          }
          Change change =
              new Change.RightChanged(
                  scope, principal, Optional.ofNullable(present), Optional.ofNullable(right));
          return new Commits.Plan<>(
              List.of(change),
              () -> core.rights.set(scope, principal, right, revision),
              core.position(revision));
        });
  }

  private void requireOwner(Scope scope, long revision) {
    if (scope instanceof Name name) {
      resolver.require(Key.of(name, Object.class), revision);
    }
    if (!core.rights.allows(reader, scope, Right.OWN, revision)) {
      throw new NotPermittedException(
          reader.caller().user() + " may not see or change the rights on " + scope,
          "that needs OWN on it",
          "Ask an owner");
    }
  }
}
