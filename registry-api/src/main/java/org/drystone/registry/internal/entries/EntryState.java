package org.drystone.registry.internal.entries;

import java.util.Map;
import java.util.Optional;
import org.drystone.registry.Alias;
import org.jspecify.annotations.Nullable;

/**
 * An entry at some revision. A name that was removed still has one: its numbers go on.
 *
 * @param incarnation the revision at which its present, or last, life began
 * @param lastNumber the highest number that was ever given
 * @param latest the highest surviving version; once none is left, the last one that was
 * @param versions all its versions, also removed ones and those of later revisions
 * @param aliases where its aliases point; immutable
 * @param end how its last life ended; null while it lives
 */
public record EntryState(
    long incarnation,
    long lastNumber,
    Version latest,
    VersionIndex versions,
    Map<Alias, AliasState> aliases,
    @Nullable Tombstone end) {

  /** The entry with its first version. */
  static EntryState first(Version version) {
    return born(version, new VersionIndex());
  }

  public boolean lives() {
    return end == null;
  }

  /** The entry with one more version: the first one of a new life, if none was left. */
  EntryState with(Version version, long horizon) {
    VersionIndex more = versions.roomy(horizon);
    if (!lives()) {
      return born(version, more);
    }
    more.append(version);
    return new EntryState(incarnation, version.number(), version, more, aliases, null);
  }

  /** The entry of which that is now the highest surviving version. */
  public EntryState withLatest(Version surviving) {
    return new EntryState(incarnation, lastNumber, surviving, versions, aliases, null);
  }

  /** The entry with these aliases. */
  public EntryState withAliases(Map<Alias, AliasState> changed) {
    return new EntryState(incarnation, lastNumber, latest, versions, Map.copyOf(changed), end);
  }

  /** The entry without any version. */
  public EntryState ended(Tombstone removal) {
    return new EntryState(incarnation, lastNumber, latest, versions, Map.of(), removal);
  }

  /** Where the alias points, if there is one. */
  public Optional<AliasState> alias(Alias alias) {
    return Optional.ofNullable(aliases.get(alias));
  }

  private static EntryState born(Version version, VersionIndex versions) {
    versions.append(version);
    return new EntryState(version.revision(), version.number(), version, versions, Map.of(), null);
  }
}
