package org.drystone.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /**
   * Lets these users and groups read, all of them as one change; who had a higher right keeps it.
   *
   * @return where the change stands, or the present position if all could read before
   * @throws NotFoundException as {@link #grant}
   * @throws NotPermittedException as {@link #grant}
   */
  Position share(Scope scope, Set<Principal> with);

  /** As {@link #share(Scope, Set)}, with everyone. */
  default Position shareWithAll(Scope scope) {
    return share(scope, Set.of(Principal.everyone()));
  }

  /**
   * Takes, as one change, all that was granted on exactly this scope to others than its owners.
   * Names in a namespace keep what was granted on them.
   *
   * @return where the change stands, or the present position if nothing was granted
   * @throws NotFoundException as {@link #grant}
   * @throws NotPermittedException as {@link #grant}
   * @throws InvalidArgumentException if others could still read it, because they may read the whole
   *     namespace; nothing is changed
   */
  Position makePrivate(Scope scope);

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

  /**
   * Asks the owners for a right. They see it as a change and among the {@link #requests}, until one
   * of them grants it or declines. Asking never tells whether the name exists. Asking again
   * replaces the request; asking for what one has changes nothing. The request is answered by
   * {@link #decline}, or by a grant that covers it: of that right or a higher one, on the scope or
   * its namespace, to the caller, everyone, or a group that the caller was in when it asked.
   *
   * @return where the change stands, or the present position if there is none
   * @throws InvalidArgumentException if the reason is blank or longer than 1000 characters
   * @throws LimitException if a hundred requests of the caller wait for an answer
   */
  Position ask(Scope scope, Right right, String reason);

  /**
   * What others ask for on that scope, and on the names in it if it is a namespace; oldest first.
   *
   * @return an unmodifiable list
   * @throws NotFoundException if the scope is a name that the caller neither owns nor sees
   * @throws NotPermittedException if the caller does not own the scope
   */
  List<AccessRequest> requests(Scope scope);

  /**
   * Answers a request with no; the asker sees that as a change. Does nothing if there is none.
   * Askers withdraw requests of their own in the same way, and need no right for it.
   *
   * @return where the change stands, or the present position if there is none
   * @throws NotFoundException as {@link #requests}, unless the caller is the asker
   * @throws NotPermittedException as {@link #requests}, unless the caller is the asker
   */
  Position decline(Scope scope, Principal asker);
}
