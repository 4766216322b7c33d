package org.drystone.registry;

import java.util.Map;
import java.util.Optional;

/**
 * Who may do what. Rights are part of the revisions: each change is a commit of its own, and every
 * read sees rights and entries of one revision.
 *
 * <p>Without any grant, everyone reads {@code shared} and creates names in it, each user owns the
 * namespace of that name, and the first publisher of a name owns it.
 */
public interface Access {

  /**
   * Gives a right, in the place of a lower or higher one given before. Giving what is there already
   * changes nothing.
   *
   * @return where the change stands
   * @throws NotFoundException if the scope is a name that the caller cannot see
   * @throws NotPermittedException if the caller does not own the scope
   */
  Position grant(Scope scope, Principal to, Right right);

  /**
   * Takes what was granted on exactly this scope. What follows from another scope, or from the
   * defaults, stays.
   *
   * @return where the change stands
   * @throws NotFoundException as {@link #grant}
   * @throws NotPermittedException as {@link #grant}
   */
  Position revoke(Scope scope, Principal from);

  /** The caller's own right on the scope, however it came; empty if none. */
  Optional<Right> mine(Scope scope);

  /**
   * What was granted on exactly this scope, the first publisher's ownership of a name included.
   *
   * @return an unmodifiable map
   * @throws NotFoundException as {@link #grant}
   * @throws NotPermittedException as {@link #grant}
   */
  Map<Principal, Right> grants(Scope scope);
}
