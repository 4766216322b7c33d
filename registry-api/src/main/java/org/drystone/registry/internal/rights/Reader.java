package org.drystone.registry.internal.rights;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.Caller;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Lifetime;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Publication;
import org.drystone.registry.Right;
import org.drystone.registry.internal.sessions.SessionLife;
import org.jspecify.annotations.Nullable;

/** A caller, prepared for questions of right. */
public final class Reader {

  private final Caller caller;
  private final List<Principal> principals;
  private final Namespace own;
  private final boolean host;
  private final @Nullable SessionLife session;
  private final Standing standing;

  public Reader(Caller caller, Principal host, @Nullable SessionLife session) {
    this.caller = caller;
    this.session = session;
    this.principals = principals(caller);
    this.own = Namespace.of(caller.user().name());
    this.host = caller.user().equals(host);
    this.standing = new Standing(this);
  }

  public Caller caller() {
    return caller;
  }

  /** The life of the caller's session, if it has one. */
  public @Nullable SessionLife session() {
    return session;
  }

  /**
   * Checks that what is begun now will be ended with the caller's session, if it has one.
   *
   * @throws org.drystone.registry.CancelledException if the session is over
   */
  public void requireSession() {
    if (session != null) {
      session.requireAlive();
    }
  }

  /**
   * How long the publication is to live, if not for good.
   *
   * @throws InvalidArgumentException if it is to go with a session, and the caller has none
   * @throws org.drystone.registry.CancelledException if that session is over
   */
  public Optional<Lifetime> lifetime(Publication publication) {
    return publication.grace().map(this::lifetime);
  }

  /** As {@link #lifetime(Publication)}, for who only wants to fail early. */
  public void requireLifetime(Publication publication) {
    publication.grace().ifPresent(this::lifetime);
  }

  private Lifetime lifetime(Duration grace) {
    if (session == null) {
      throw new InvalidArgumentException(
          "Nothing can be published to go with the session of " + caller.user(),
          "the caller has no session",
          "Act for a caller with a session, or publish for good");
    }
    session.requireAlive();
    return new Lifetime(session.id(), grace);
  }

  /** What the caller may see. */
  public Standing standing() {
    return standing;
  }

  /** Everyone in whose name a right may have been granted to the caller. */
  public List<Principal> principals() {
    return principals;
  }

  /**
   * Whether the reader has that right on a namespace, and on all names in it, without any grant.
   */
  boolean mayByDefault(Namespace namespace, Right needed) {
    Right right = byDefault(namespace);
    return right != null && right.includes(needed);
  }

  /** The right on a namespace without any grant. A user called "shared" does not own it. */
  @Nullable Right byDefault(Namespace namespace) {
    if (namespace.equals(Namespace.SHARED)) {
      return host ? Right.OWN : Right.READ;
    }
    return namespace.equals(own) ? Right.OWN : null;
  }

  private static List<Principal> principals(Caller caller) {
    List<Principal> all = new ArrayList<>(caller.groups());
    all.add(caller.user());
    all.add(Principal.everyone());
    return List.copyOf(all);
  }
}
