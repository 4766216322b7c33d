package org.drystone.registry;

import java.time.Clock;
import java.time.Duration;
import org.drystone.registry.internal.HubFactory;
import org.drystone.registry.spi.Journal;
import org.drystone.registry.spi.RegistryListener;
import org.drystone.registry.spi.ValueAdapter;

/**
 * A registry and everything that belongs to it: what an application opens once and embeds.
 *
 * <p>Only the hub can be closed and can act for any caller; the views it gives out cannot.
 */
public interface Hub extends AutoCloseable {

  /** Opens a hub in memory, without adapters. */
  static Hub create() {
    return builder().open();
  }

  /** Starts to configure a hub. */
  static Builder builder() {
    return HubFactory.builder();
  }

  /** The random id of this registry, part of each position. */
  String id();

  /** The view of the host's own principal: the OS user, unless the builder was told otherwise. */
  Registry registry();

  /**
   * The view of that caller, who is trusted to be who it says: authenticate before. A session that
   * it names lives until {@link #endSession}.
   */
  Registry as(Caller caller);

  /**
   * Tells that a client program is gone: its claims go to those who wait. Views that were given out
   * for this session claim nothing any more; {@link #as} with the same id begins a new one. Does
   * nothing if the session is not known.
   */
  void endSession(SessionId session);

  /**
   * Figures of the whole hub, at this moment; a copy that stays as it is.
   *
   * @throws ClosedException if the hub is closed
   */
  Statistics statistics();

  /**
   * Closes the registry: new calls and waiting ones end with {@link ClosedException}, freezing is
   * cancelled, all stored data is released. Idempotent.
   */
  @Override
  void close();

  /** Configures a hub. Not safe for use by several threads at once. */
  interface Builder {

    /** Adds an adapter for values of one engine; the first that accepts a value takes it. */
    Builder adapter(ValueAdapter<?, ?> adapter);

    /**
     * Whom {@link Hub#registry()} acts for.
     *
     * @throws InvalidArgumentException if it is no user
     */
    Builder host(Principal user);

    /** Where times come from; the system's clock by default. */
    Builder clock(Clock clock);

    /** Where commits are appended before they are visible; nowhere by default. */
    Builder journal(Journal journal);

    /**
     * How many of the latest commits a watch can still ask for; 100,000 by default.
     *
     * @throws InvalidArgumentException if it is not positive
     */
    Builder commitsKept(int commits);

    /**
     * Takes the operator's word that objects of exactly this class cannot change, wherever they are
     * and whatever is in them. Labels of versions that rest on it say so for ever: their evidence
     * is OVERRIDE, with the reason.
     *
     * @throws InvalidArgumentException if no object is of exactly this class, if it is an array's,
     *     or if the reason is blank
     */
    Builder trust(Class<?> exact, String reason);

    /**
     * Has versions of which it is only believed that they do not change compared, now and then,
     * with what they were; off by default.
     */
    Builder fingerprints(Fingerprints settings);

    /** Adds a listener, for logs and figures of the host. */
    Builder listener(RegistryListener listener);

    /**
     * How long what was removed can be restored; a day by default. Zero frees it as soon as no hold
     * is left; a time of ages ends with the year 9999.
     *
     * @throws InvalidArgumentException if it is negative
     */
    Builder trashTime(Duration time);

    /** Limits each user, the host's included; no limits by default. */
    Builder limits(UserLimits forEachUser);

    /**
     * Limits one user in a way of its own.
     *
     * @throws InvalidArgumentException if it is no user
     */
    Builder limits(Principal user, UserLimits own);

    /** Opens the hub. */
    Hub open();
  }
}
