package org.drystone.registry;

/** What must hold when a publication is committed. */
public sealed interface Condition {

  /** Nothing: the version is appended. */
  record None() implements Condition {}

  /** The name has no version. */
  record IfAbsent() implements Condition {}

  /** The latest version is exactly this one: compare-and-set. */
  record Replacing(VersionId expected) implements Condition {}
}
