package org.drystone.registry.internal.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.Access;
import org.drystone.registry.AccessRequest;
import org.drystone.registry.Change;
import org.drystone.registry.LimitException;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.reading.Ownership;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;

/** Rights as one reader may see, change and ask for them. */
public final class AccessView implements Access {

  private static final int MOST_REQUESTS = 100;

  private final Core core;
  private final Reader reader;
  private final Ownership ownership;
  private final Sharing sharing;

  public AccessView(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.ownership =
        new Ownership(core, reader, new Resolver(core, reader), "see or change the rights on");
    this.sharing = new Sharing(core, reader, ownership);
  }

  @Override
  public Position grant(Scope scope, Principal to, Right right) {
    return sharing.grant(
        scope, Objects.requireNonNull(to, "to"), Objects.requireNonNull(right, "right"));
  }

  @Override
  public Position revoke(Scope scope, Principal from) {
    return sharing.revoke(scope, Objects.requireNonNull(from, "from"));
  }

  @Override
  public Position share(Scope scope, Set<Principal> with) {
    return sharing.share(scope, with);
  }

  @Override
  public Position makePrivate(Scope scope) {
    return sharing.makePrivate(scope);
  }

  @Override
  public Optional<Right> mine(Scope scope) {
    return core.present(revision -> Optional.ofNullable(core.rights.of(reader, scope, revision)));
  }

  @Override
  public Map<Principal, Right> grants(Scope scope) {
    return core.present(
        revision -> {
          ownership.require(scope, revision);
          return core.rights.grants(scope, revision);
        });
  }

  @Override
  public Position ask(Scope scope, Right right, String reason) {
    Principal asker = reader.caller().user();
    return core.commits.commit(
        asker,
        (before, revision, time) -> {
          AccessRequest request = new AccessRequest(scope, asker, right, reason, time);
          if (core.rights.allows(reader, scope, right, before) || isThere(request, before)) {
            return Commits.Plan.nothing(core.position(before));
          }
          requireRoom(request, before);
          return new Commits.Plan<>(
              List.of(new Change.AccessAsked(scope, asker, right, reason)),
              () -> core.requests.put(request, reader.principals(), revision),
              core.position(revision));
        });
  }

  @Override
  public List<AccessRequest> requests(Scope scope) {
    return core.present(
        revision -> {
          ownership.requireOfAny(scope, revision);
          return core.requests.within(scope, revision);
        });
  }

  @Override
  public Position decline(Scope scope, Principal asker) {
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          if (!asker.equals(reader.caller().user())) {
            ownership.requireOfAny(scope, before);
          }
          AccessRequest request = core.requests.find(scope, asker, before);
          if (request == null) {
            return Commits.Plan.nothing(core.position(before));
          }
          return new Commits.Plan<>(
              List.of(new Change.AccessDeclined(scope, asker, request.right())),
              () -> core.requests.remove(scope, asker, revision),
              core.position(revision));
        });
  }

  /** The same request, whenever it was made. */
  private boolean isThere(AccessRequest request, long revision) {
    AccessRequest present = core.requests.find(request.scope(), request.principal(), revision);
    return present != null
        && present.right() == request.right()
        && present.reason().equals(request.reason());
  }

  private void requireRoom(AccessRequest request, long revision) {
    Principal asker = request.principal();
    boolean more = core.requests.find(request.scope(), asker, revision) == null;
    if (more && core.requests.count(asker) >= MOST_REQUESTS) {
      throw new LimitException(
          asker + " cannot ask for more rights now",
          MOST_REQUESTS + " requests wait for an answer",
          "Wait until some are answered, or talk to the owners");
    }
  }
}
