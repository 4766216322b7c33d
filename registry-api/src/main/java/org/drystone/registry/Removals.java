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
}
