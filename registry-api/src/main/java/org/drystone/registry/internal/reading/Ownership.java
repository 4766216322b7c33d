package org.drystone.registry.internal.reading;

import org.drystone.registry.Name;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.Refs;
import org.drystone.registry.internal.rights.Reader;

/**
 * Whether one reader owns a scope; what it may not see does not exist for it.
 *
 * @param deed what it wants to do there, for errors: "prune"
 */
public record Ownership(Core core, Reader reader, Resolver resolver, String deed) {

  /**
   * Checks that the scope is there and the reader's own.
   *
   * @throws org.drystone.registry.NotFoundException if it is a name that the reader cannot see
   * @throws NotPermittedException if the reader does not own it
   */
  public void require(Scope scope, long revision) {
    if (scope instanceof Name name) {
      resolver.require(Refs.toName(name), revision);
    }
    if (!owns(scope, revision)) {
      throw new NotPermittedException(
          reader.caller().user() + " may not " + deed + " " + scope,
          "that needs OWN on it",
          "Ask an owner");
    }
  }

  /** As {@link #require}, but an owner's name need not be there. */
  public void requireOfAny(Scope scope, long revision) {
    if (!owns(scope, revision)) {
      require(scope, revision);
    }
  }

  public boolean owns(Scope scope, long revision) {
    return core.rights.allows(reader, scope, Right.OWN, revision);
  }
}
