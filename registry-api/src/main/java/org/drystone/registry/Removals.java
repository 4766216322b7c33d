package org.drystone.registry;

import java.util.List;
import java.util.Optional;

/** What was removed, and what is to be removed, as the caller may see it. */
public interface Removals {

  /**
   * What the caller could restore now, in the order of names and numbers.
   *
   * @return an unmodifiable list
   */
  List<Restorable> restorable();

  /**
   * Keeps all versions of a name that were to go with a session ({@link
   * Publication#whileSessionLives}): they stay until somebody removes them. Does nothing if there
   * are none.
   *
   * @return the position since which they are kept
   * @throws NotFoundException if there is nothing that the caller may see
   * @throws NotPermittedException if the caller may see the name, but not write there
   */
  Position keep(Name name);

  /**
   * Has the hub itself remove, from now on, the versions that the rule does not keep: soon after
   * the commit, or the time, that makes them superfluous, as by {@link #prune(Scope)}. The author
   * of these removals is who set the rule, whatever its rights are by then, and their reason names
   * the scope.
   *
   * <p>The rule of a namespace is for each name in it that has no rule of its own. The rule of a
   * name goes with its last version, and comes back with it when that is restored. What somebody
   * has restored stays whatever the rule says, until somebody removes it again.
   *
   * @return the position since which the rule holds; if it held before, nothing changes
   * @throws NotFoundException if the scope is a name that the caller cannot see
   * @throws NotPermittedException if the caller does not own the scope
   */
  Position retain(Scope scope, Retention rule);

  /**
   * Takes back the rule of exactly that scope: from now on the hub removes nothing by it. What it
   * has removed stays removed. Does nothing if there is no rule.
   *
   * @return the position since which it no longer holds
   * @throws NotFoundException as {@link #retain}
   * @throws NotPermittedException as {@link #retain}
   */
  Position retainAll(Scope scope);

  /**
   * The rule of exactly that scope, if there is one.
   *
   * @throws NotFoundException as {@link #retain}
   * @throws NotPermittedException as {@link #retain}
   */
  Optional<Retention> rule(Scope scope);

  /**
   * Removes, without waiting for the hub to do it, what the {@linkplain #retain rules} make
   * superfluous now, in the caller's name; otherwise as {@link #prune(Scope, Retention)}.
   *
   * @return what was removed; unmodifiable
   * @throws NotFoundException if the scope is a name that the caller cannot see
   * @throws NotPermittedException if the caller does not own the scope
   */
  List<VersionId> prune(Scope scope);

  /**
   * What {@link #prune(Scope)} would remove at this moment, in the same order; removes nothing.
   *
   * @return an unmodifiable list
   * @throws NotFoundException as {@link #prune(Scope)}
   * @throws NotPermittedException as {@link #prune(Scope)}
   */
  List<VersionId> superfluous(Scope scope);

  /**
   * Removes, once, the versions that this rule does not keep, but never the latest one, and none
   * that an alias points to or another version is computed from. They can be restored for the trash
   * time. The versions of one name go in one change. What becomes superfluous only by that, or
   * while it goes on, stays for the next time.
   *
   * @return what was removed; unmodifiable
   * @throws NotFoundException if the scope is a name that the caller cannot see
   * @throws NotPermittedException if the caller does not own the scope
   */
  List<VersionId> prune(Scope scope, Retention rule);

  /**
   * What {@link #prune(Scope, Retention)} would remove at this moment, in the same order; removes
   * nothing. Also what {@link #retain} with that rule, on one name, would have the hub remove
   * first.
   *
   * @return an unmodifiable list
   * @throws NotFoundException as {@link #prune(Scope, Retention)}
   * @throws NotPermittedException as {@link #prune(Scope, Retention)}
   */
  List<VersionId> superfluous(Scope scope, Retention rule);
}
