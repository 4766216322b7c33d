package org.drystone.registry.internal.entries;

import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.Alias;
import org.drystone.registry.Caller;
import org.drystone.registry.Key;
import org.drystone.registry.Name;
import org.drystone.registry.internal.revisions.Stamped;
import org.jspecify.annotations.Nullable;

/**
 * An entry since some revision. It holds all that a read of its name asks for, so that one look-up
 * finds both what is there and who may see it. A name that was removed still has one: its numbers
 * go on.
 *
 * <p>What it says never changes once it is given out. What readers find out they leave in it, for
 * those who come next; each of them may miss what another left.
 */
public final class EntryState extends Stamped<EntryState> {

  // What each read looks at stands first, in one or two lines of the processor's caches.
  private final Name name;
  private final Space space;
  private Grants grants;

  /**
   * The value of the latest version where all readers receive just that; null where a read must
   * look further, as it must once this is the past: what is removed is kept alive by nobody.
   */
  private @Nullable Object value;

  /** The last type as which the latest version was read. */
  private Type accepted;

  /** The last that the readership of the latest version took. */
  private @Nullable Reading noted;

  private Version latest;
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
    this.grants = Grants.ownedBy(first.label().publisher());
    this.value = first.plain();
    this.accepted = first.type();
    this.latest = first;
    this.versions = versions;
  }

  /** The same, since that revision. */
  private EntryState(EntryState before, long revision) {
    super(revision, before.before(revision));
    this.name = before.name;
    this.space = before.space;
    this.grants = before.grants;
    this.value = before.value;
    this.accepted = before.accepted;
    this.noted = before.noted;
    this.latest = before.latest;
    this.end = before.end;
    this.versions = before.versions;
    this.aliases = before.aliases;
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
    VersionIndex several = versions;
    return several == null ? latest.revision() : several.incarnation();
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

  /** The last revision up to that one that published a version of it; 0 for none. */
  public long lastPublished(long until) {
    VersionIndex several = versions;
    if (several != null) {
      return several.lastPublished(until);
    }
    return latest.revision() <= until ? latest.revision() : 0;
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
    return value != null || end == null;
  }

  /** Where the alias points, if there is one. */
  public Optional<AliasState> alias(Alias alias) {
    return Optional.ofNullable(aliases.get(alias));
  }

  /**
   * What that reader receives of the latest version; as {@link Version#open}.
   *
   * @throws org.drystone.registry.TypeMismatchException if the key asks for another type
   * @throws org.drystone.registry.MutatedException if the object was changed meanwhile
   * @throws org.drystone.registry.UnavailableException if the data was released
   */
  public <T> T open(Key<T> key, Caller reader) {
    Object present = value;
    return present == null || key.type().type() != accepted
        ? openLatest(key, reader)
        : Version.cast(present);
  }

  private <T> T openLatest(Key<T> key, Caller reader) {
    T opened = latest.open(key, reader);
    accepted = key.type().type();
    return opened;
  }

  /** Notes that somebody reads the latest version; as {@link Version#note}. */
  @SuppressWarnings("ReferenceEquality") // to look into the other would cost more than it saves
  public void note(Reading reading, Clock clock) {
    if (noted != reading && latest.note(reading, clock)) {
      noted = reading;
    }
  }

  /** From now on, reads of this state ask the version itself. Called by the committing thread. */
  void becomePast() {
    value = null;
  }

  /** The entry with one more version: the first one of a new life, if none was left. */
  EntryState with(Version version, long horizon) {
    VersionIndex more = versions().roomy(horizon);
    if (!lives()) {
      return new EntryState(this, space, version, more.since(version.revision()).with(version));
    }
    EntryState next = withLatest(version, version.revision());
    next.versions = more.with(version);
    return next;
  }

  /** The entry of which that is now the highest surviving version. */
  public EntryState withLatest(Version surviving, long revision) {
    EntryState next = new EntryState(this, revision);
    next.show(surviving);
    return next;
  }

  private void show(Version version) {
    latest = version;
    value = version.plain();
    accepted = version.type();
    noted = null;
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
    next.value = null;
    return next;
  }

  /** The entry that lives again, with that version, in the life that began at that revision. */
  public EntryState revived(Version restored, long life, long revision) {
    EntryState next = new EntryState(this, revision);
    next.versions = life == incarnation() ? versions : versions().since(life);
    next.end = null;
    next.show(restored);
    return next;
  }
}
