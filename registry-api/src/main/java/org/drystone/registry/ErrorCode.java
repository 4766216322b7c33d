package org.drystone.registry;

/**
 * The stable code of a {@link RegistryException}. Codes cross process boundaries and are never
 * renamed; new ones may be added, so a client treats one that it does not know as a general
 * failure.
 */
public enum ErrorCode {
  /** Nothing that the caller may see has that name, version or alias. */
  NOT_FOUND,
  /** The entry exists, but is not of the requested type. */
  TYPE_MISMATCH,
  /** The value could change after publication. */
  NOT_IMMUTABLE,
  /** A condition of the publication does not hold. */
  CONFLICT,
  /** Something still depends on what was to be removed. */
  IN_USE,
  /** A text is no valid name or reference. */
  INVALID_NAME,
  /** An argument is outside its documented range. */
  INVALID_ARGUMENT,
  /** The caller lacks a right. */
  NOT_PERMITTED,
  /** A limit of the registry or of a principal is reached. */
  LIMIT,
  /** A published object was changed by whoever still held it. */
  MUTATED,
  /** The data exists no more, or cannot be reached now. */
  UNAVAILABLE,
  /** Changes that were asked for are no longer kept. */
  COMPACTED,
  /** The work was cancelled before anything was changed. */
  CANCELLED,
  /** A shared computation failed. */
  COMPUTATION_FAILED,
  /** It is not known whether the change was kept. */
  OUTCOME_UNKNOWN,
  /** The hub, or this part of it, is closed. */
  CLOSED
}
