package org.drystone.registry.internal.entries;

import java.util.Map;
import java.util.Optional;
import org.drystone.registry.Alias;
import org.drystone.registry.Name;
import org.drystone.registry.internal.revisions.Stamped;
import org.jspecify.annotations.Nullable;

/**
 * An entry since some revision. It holds all that a read of its name asks for, so that one look-up
 * finds both what is there and who may see it. A name that was removed still has one: its numbers
 * go on.
 *
 * <p>Immutable once it is given out; only the methods that derive one from another write into it.
 */
public final class EntryState extends Stamped<EntryState> {

  private long incarnation;

  // What each read looks at stands together.
  private Version latest;
  private final Name name;
  private final Space space;
  private Grants grants = Grants.NONE;
  private @Nullable Tombstone end;

  /** Null as long as there was never more than one. */
  private @Nullable VersionIndex versions;

  private Map<Alias, AliasState> aliases = Map.of();

  /** The entry with its first version. */
  EntryState(Space space, Version first) {
    this(null, space, first, null);
  }

  /** An entry whose life begins with that version, and which its publisher owns. */
  private EntryState(
      @Nullable EntryState before, Space space, Version first, @Nullable VersionIndex versions) {
    super(first.revision(), before);
    this.name = first.label().name();
    this.space = space;
    this.incarnation = first.revision();
    this.latest = first;
    this.versions = versions;
    this.grants = Grants.ownedBy(first.label().publisher());
  }

  /** The same, since that revision. */
  private EntryState(EntryState before, long revision) {
    super(revision, before.before(revision));
    this.name = before.name;
    this.space = before.space;
    this.incarnation = before.incarnation;
    this.latest = before.latest;
    this.versions = before.versions;
    this.aliases = before.aliases;
    this.grants = before.grants;
    this.end = before.end;
  }

  Name name() {
    return name;
  }

  boolean isOf(Name other) {
    return name.equals(other);
  }

  /** The namespace that it lies in. */
  public Space space() {
    return space;
  }

  /** The revision at which its present, or last, life began. */
  public long incarnation() {
    return incarnation;
  }

  /** The highest number that was ever given. */
  public long lastNumber() {
    return versions().last();
  }

  /** The highest surviving version; once none is left, the last one that was. */
  public Version latest() {
    return latest;
  }

  /** All its versions, also removed ones and those of later revisions. */
  public VersionIndex versions() {
    VersionIndex several = versions;
    return several == null ? new VersionIndex(latest) : several;
  }

  /** Where its aliases point; immutable. */
  public Map<Alias, AliasState> aliases() {
    return aliases;
  }

  /** What is granted on the name itself. */
  public Grants grants() {
    return grants;
  }

  /** How its last life ended; null while it lives. */
  public @Nullable Tombstone end() {
    return end;
  }

  public boolean lives() {
    return end == null;
  }

  /** Where the alias points, if there is one. */
  public Optional<AliasState> alias(Alias alias) {
    return Optional.ofNullable(aliases.get(alias));
  }

  /** The entry with one more version: the first one of a new life, if none was left. */
  EntryState with(Version version, long horizon) {
    VersionIndex more = versions().roomy(horizon);
    more.append(version);
    if (!lives()) {
      return new EntryState(this, space, version, more);
    }
    EntryState next = new EntryState(this, version.revision());
    next.latest = version;
    next.versions = more;
    return next;
  }

  /** The entry of which that is now the highest surviving version. */
  public EntryState withLatest(Version surviving, long revision) {
    EntryState next = new EntryState(this, revision);
    next.latest = surviving;
    return next;
  }

  /** The entry with these aliases. */
  public EntryState withAliases(Map<Alias, AliasState> changed, long revision) {
    EntryState next = new EntryState(this, revision);
    next.aliases = Map.copyOf(changed);
    return next;
  }

  /** The entry on which exactly this is granted. */
  public EntryState withGrants(Grants exactly, long revision) {
    EntryState next = new EntryState(this, revision);
    next.grants = exactly;
    return next;
  }

  /** The entry without any version; with the last one went aliases and grants. */
  public EntryState ended(Tombstone removal) {
    EntryState next = new EntryState(this, removal.revision());
    next.aliases = Map.of();
    next.grants = Grants.NONE;
    next.end = removal;
    return next;
  }

  /** The entry that lives again, with that version, in the life that began at that revision. */
  public EntryState revived(Version restored, long life, long revision) {
    EntryState next = new EntryState(this, revision);
    next.incarnation = life;
    next.latest = restored;
    next.end = null;
    return next;
  }
}
