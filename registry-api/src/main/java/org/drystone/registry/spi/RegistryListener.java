package org.drystone.registry.spi;

import org.drystone.registry.Caller;
import org.drystone.registry.Commit;
import org.drystone.registry.Deprecation;
import org.drystone.registry.Label;
import org.drystone.registry.LimitException;
import org.drystone.registry.VersionId;

/**
 * Told by the hub what happens in it, for logs and figures of the host. It hears everything,
 * whoever may see it.
 *
 * <p>Called on the thread of whoever caused the event, after it happened and outside of all locks;
 * by many threads at once, so that commits may be told out of order: a program that needs each one
 * in order watches the change feed. It must be quick. What it throws is logged and harms nobody.
 */
public interface RegistryListener {

  /** A commit became visible. */
  default void committed(Commit commit) {}

  /** Somebody read a version that should no longer be used. */
  default void deprecatedRead(Caller reader, VersionId version, Deprecation deprecation) {}

  /** A read found that the version was changed after its publication; told once of a version. */
  default void mutated(Caller reader, Label version) {}

  /** Somebody was refused because of a limit. */
  default void refused(Caller caller, LimitException refusal) {}
}
