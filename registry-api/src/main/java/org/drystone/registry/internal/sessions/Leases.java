package org.drystone.registry.internal.sessions;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.drystone.registry.Lifetime;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.SessionId;
import org.drystone.registry.VersionId;
import org.jspecify.annotations.Nullable;

/** The versions that go with a session. Changed under the commit lock only; read by anybody. */
public final class Leases {

  private final Map<VersionId, Lease> open = new ConcurrentHashMap<>();

  /** One such version. */
  public static final class Lease {
    private final VersionId version;
    private final Principal publisher;
    private final Lifetime lifetime;

    /** The last life of the session that ended. A session can come back. */
    private @Nullable SessionLife ended;

    private Lease(VersionId version, Principal publisher, Lifetime lifetime) {
      this.version = version;
      this.publisher = publisher;
      this.lifetime = lifetime;
    }

    public VersionId version() {
      return version;
    }

    public Principal publisher() {
      return publisher;
    }

    private boolean isOf(SessionId session) {
      return lifetime.session().equals(session);
    }
  }

  public void add(VersionId version, Principal publisher, Lifetime lifetime) {
    open.put(version, new Lease(version, publisher, lifetime));
  }

  /** The version stays, or is gone already. */
  public void drop(VersionId version) {
    open.remove(version);
  }

  public Optional<Lifetime> lifetime(VersionId version) {
    return Optional.ofNullable(open.get(version)).map(lease -> lease.lifetime);
  }

  /** The numbers of those of that name, ascending. */
  public List<Long> of(Name name) {
    return open.keySet().stream()
        .filter(version -> version.name().equals(name))
        .map(VersionId::number)
        .sorted()
        .toList();
  }

  /** Notes that a session ended, and returns the grace times to wait for. */
  public Set<Duration> end(SessionLife life) {
    List<Lease> concerned = open.values().stream().filter(lease -> lease.isOf(life.id())).toList();
    concerned.forEach(lease -> lease.ended = life);
    return concerned.stream().map(lease -> lease.lifetime.grace()).collect(Collectors.toSet());
  }

  /** What goes with that life of a session after that time, by name. */
  public Collection<List<Lease>> due(SessionLife life, Duration grace) {
    return open.values().stream()
        .filter(lease -> lease.ended == life && lease.lifetime.grace().equals(grace))
        .collect(Collectors.groupingBy(lease -> lease.version.name()))
        .values();
  }

  int count() {
    return open.size();
  }
}
