package org.drystone.registry;

import java.util.List;

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
   * Removes the versions that the rule does not keep, but never the latest one, and none that an
   * alias points to or another version is computed from. They can be restored for the trash time.
   * The versions of one name go in one change.
   *
   * @return what was removed; unmodifiable
   * @throws NotFoundException if the scope is a name that the caller cannot see
   * @throws NotPermittedException if the caller does not own the scope
   */
  List<VersionId> prune(Scope scope, Retention rule);

  /**
   * What {@link #prune} would remove at this moment, in the same order; removes nothing.
   *
   * @return an unmodifiable list
   * @throws NotFoundException as {@link #prune}
   * @throws NotPermittedException as {@link #prune}
   */
  List<VersionId> superfluous(Scope scope, Retention rule);
}
