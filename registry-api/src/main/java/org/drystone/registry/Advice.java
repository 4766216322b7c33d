package org.drystone.registry;

/**
 * What people say of names and versions, for those who read them. It never stands on the immutable
 * label: {@link Registry#status} and {@link Versioned} tell it as it is now.
 */
public interface Advice {

  /**
   * Says that a name, or one version of it, should no longer be used. It stays readable; its status
   * and the change feed tell its readers. A later word replaces an earlier one, and a word against
   * a version goes before that against its name.
   *
   * @param ref a key or a version
   * @param reason why, at most 1000 characters
   * @return where the change stands
   * @throws NotFoundException if there is nothing that the caller may see
   * @throws NotPermittedException if the caller has no WRITE on the name
   * @throws InvalidArgumentException if the reference is an alias, or the reason blank or too long
   */
  Position deprecate(Ref<?> ref, String reason);

  /**
   * As {@link #deprecate(Ref, String)}, and what to use. Readers who may not see that are not told
   * of it.
   *
   * @throws NotFoundException also if the caller cannot see what is to be used
   * @throws InvalidArgumentException also if that is the same reference
   */
  Position deprecate(Ref<?> ref, String reason, Ref<?> instead);

  /**
   * Takes back what {@link #deprecate(Ref, String)} said of exactly that name or version; changes
   * nothing if nothing was said.
   *
   * @return where the change stands, or the present position if there is none
   * @throws NotFoundException as {@link #deprecate(Ref, String)}
   * @throws NotPermittedException as {@link #deprecate(Ref, String)}
   * @throws InvalidArgumentException if the reference is an alias
   */
  Position reinstate(Ref<?> ref);
}
