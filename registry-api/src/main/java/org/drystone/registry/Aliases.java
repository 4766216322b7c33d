package org.drystone.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Movable pointers to versions, such as {@code ada/model@prod}. An alias belongs to a name, points
 * to one of its versions, and goes with its last one. A version under an alias cannot be removed.
 *
 * <p>To move an alias needs WRITE on the name; a protected one may be moved only by those whom an
 * owner named. Each change is a commit, or part of that which publishes ({@link
 * Publication#alias}).
 */
public interface Aliases {

  /**
   * Lets the alias point to that version, wherever it pointed before.
   *
   * @param alias of the name of that version
   * @return where the change stands, or the present position if it points there already
   * @throws NotFoundException if the version is none that the caller may see
   * @throws NotPermittedException if the caller may not move it
   * @throws InvalidArgumentException if the version is of another name than the alias
   */
  Position set(AliasRef<?> alias, VersionId to);

  /**
   * As {@link #set}, only if there is no such alias.
   *
   * @throws ConflictException if there is: the message tells where it points, by whom, since when
   */
  Position create(AliasRef<?> alias, VersionId to);

  /**
   * As {@link #set}, only if it points to that version now: compare-and-set.
   *
   * @throws ConflictException if it does not: the message tells where it points, by whom, since
   *     when
   */
  Position move(AliasRef<?> alias, VersionId from, VersionId to);

  /**
   * Takes the alias away.
   *
   * @return where the change stands
   * @throws NotFoundException if there is no such alias that the caller may see
   * @throws NotPermittedException if the caller may not move it
   */
  Position remove(AliasRef<?> alias);

  /**
   * Lets the alias point to where it pointed before its last move. That is a move itself, so that a
   * second rollback undoes the first.
   *
   * @return where it points now
   * @throws NotFoundException if there is no such alias that the caller may see
   * @throws NotPermittedException if the caller may not move it
   * @throws ConflictException if it pointed nowhere before, or that version was removed
   */
  AliasTarget rollback(AliasRef<?> alias);

  /**
   * All aliases of a name, in their order.
   *
   * @return an unmodifiable list
   * @throws NotFoundException if there is nothing that the caller may see
   */
  List<AliasTarget> list(Name name);

  /**
   * How the alias was moved in the present life of the name, oldest first; the last thousand moves.
   *
   * @return an unmodifiable list; empty if there never was such an alias
   * @throws NotFoundException if there is no such name that the caller may see
   */
  List<AliasMove> history(AliasRef<?> alias);

  /**
   * Where the alias pointed at that time, in the present life of the name.
   *
   * @return empty if there was no such alias then
   * @throws NotFoundException if there is no such name that the caller may see
   * @throws CompactedException if that is before the last thousand moves
   */
  Optional<VersionId> asOf(AliasRef<?> alias, Instant time);

  /**
   * Lets only these move the alias, whoever has WRITE; replaces what was said before. The alias
   * need not be there.
   *
   * @param movers users and groups; nobody may move it if there are none
   * @return where the change stands, or the present position if that is so already
   * @throws NotFoundException if there is no such name that the caller may see
   * @throws NotPermittedException if the caller does not own the name
   */
  Position protect(AliasRef<?> alias, Set<Principal> movers);

  /**
   * Lets all who have WRITE move it again.
   *
   * @return where the change stands, or the present position if it was not protected
   * @throws NotFoundException as {@link #protect}
   * @throws NotPermittedException as {@link #protect}
   */
  Position unprotect(AliasRef<?> alias);

  /**
   * Who may move the alias, if it is protected.
   *
   * @return an unmodifiable set; empty if it is not protected
   * @throws NotFoundException if there is no such name that the caller may see
   */
  Optional<Set<Principal>> movers(AliasRef<?> alias);
}
