package org.drystone.registry.internal.reading;

import java.util.List;
import java.util.Optional;
import org.drystone.registry.AliasRef;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Ref;
import org.drystone.registry.Right;
import org.drystone.registry.VersionId;
import org.drystone.registry.VersionRef;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.AliasState;
import org.drystone.registry.internal.entries.Entries;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.rights.Standing;
import org.jspecify.annotations.Nullable;

/** Follows references, as one reader may. Each call is told the revision to look at. */
public final class Resolver {

  private static final long NO_VERSION = 0;

  private final Core core;
  private final Reader reader;
  private final Entries entries;
  private final Standing standing;
  private final Lives lives;
  private final NotFound notFound;

  public Resolver(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.entries = core.entries;
    this.standing = reader.standing();
    this.lives = new Lives(core, reader);
    this.notFound = new NotFound(core, reader);
  }

  /** The version, or null if there is nothing that the reader may see. */
  public @Nullable Version find(Ref<?> ref, long revision) {
    EntryState state = entry(ref.name(), revision);
    if (state == null || ref instanceof Key) {
      return state == null ? null : state.latest();
    }
    return state.versions().find(number(ref, state), revision);
  }

  /** As {@link #find}, of now. */
  public @Nullable Version present(Ref<?> ref) {
    return core.present(revision -> Optional.ofNullable(find(ref, revision))).orElse(null);
  }

  /**
   * The version.
   *
   * @throws org.drystone.registry.NotFoundException if there is nothing that the reader may see
   */
  public Version require(Ref<?> ref, long revision) {
    Version version = find(ref, revision);
    if (version == null) {
      throw notFound.of(ref, revision);
    }
    return version;
  }

  /**
   * The entry of a name, which has a latest version.
   *
   * @throws org.drystone.registry.NotFoundException if there is nothing that the reader may see
   */
  public EntryState requireEntry(Key<?> key, long revision) {
    EntryState state = entry(key.name(), revision);
    if (state == null) {
      throw notFound.of(key, revision);
    }
    return state;
  }

  /** The version and its label, or empty if there is nothing that the reader may see. */
  public Optional<Found> found(Ref<?> ref, long revision) {
    return Optional.ofNullable(find(ref, revision)).map(version -> found(version, revision));
  }

  /** As {@link #require}, with the label. */
  public Found requireFound(Ref<?> ref, long revision) {
    return found(require(ref, revision), revision);
  }

  private Found found(Version version, long revision) {
    return new Found(version, shown(version.label(), revision));
  }

  private static long number(Ref<?> ref, EntryState state) {
    if (ref instanceof AliasRef<?> pointer) {
      return state.alias(pointer.alias()).map(AliasState::version).orElse(NO_VERSION);
    }
    return ref instanceof VersionRef<?> exact ? exact.version() : NO_VERSION;
  }

  /** All versions, oldest first; never empty. */
  public List<Label> versions(Name name, long revision) {
    EntryState state = entry(name, revision);
    if (state == null) {
      throw notFound.of(Key.of(name, Object.class), revision);
    }
    return state.versions().asOf(revision).stream()
        .map(version -> shown(version.label(), revision))
        .toList();
  }

  /** The latest version, or null if there is nothing that the reader may see. */
  @Nullable Version latest(Name name, long revision) {
    EntryState state = entry(name, revision);
    return state == null ? null : state.latest();
  }

  /** The label without those parents that the reader may not see. */
  public Label shown(Label label, long revision) {
    if (label.parents().stream().allMatch(parent -> visible(parent, revision))) {
      return label;
    }
    List<VersionId> parents =
        label.parents().stream().filter(parent -> visible(parent, revision)).toList();
    return Label.builder().from(label).parents(parents).build();
  }

  /** Whether the reader may see it, or could before it was removed. */
  public boolean visible(VersionId version, long revision) {
    return core.canRead(reader, version.name(), revision)
        || (isOver(version.name(), revision) && couldRead(version.name(), revision));
  }

  private boolean isOver(Name name, long revision) {
    EntryState state = core.entries.past(name, revision);
    return state != null && !state.lives();
  }

  private boolean couldRead(Name name, long revision) {
    return lives.allow(name, Right.READ, revision, revision);
  }

  private @Nullable EntryState entry(Name name, long revision) {
    EntryState state = entries.find(name, revision);
    return state != null && standing.mayRead(state, revision) ? state : null;
  }
}
