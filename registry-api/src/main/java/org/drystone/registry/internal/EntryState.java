package org.drystone.registry.internal;

/**
 * An entry at some revision.
 *
 * @param latest its latest version then
 * @param versions all its versions, also later ones
 */
record EntryState(Version latest, VersionIndex versions) {}
