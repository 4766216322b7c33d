package org.drystone.registry;

/** What a right is given on: one {@link Name}, or a {@link Namespace} with all its names. */
public sealed interface Scope permits Name, Namespace {

  /** The namespace that this scope is, or lies in. */
  Namespace namespace();
}
