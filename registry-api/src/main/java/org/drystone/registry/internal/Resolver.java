package org.drystone.registry.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.drystone.registry.AliasRef;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.Ref;
import org.drystone.registry.VersionId;
import org.drystone.registry.VersionRef;
import org.jspecify.annotations.Nullable;

/** Follows references, as one reader may. Each call is told the revision to look at. */
final class Resolver {

  private static final long NO_VERSION = 0;

  private final Core core;
  private final Reader reader;

  Resolver(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
  }

  /** The version, or null if there is nothing that the reader may see. */
  @Nullable Version find(Ref<?> ref, long revision) {
    EntryState state = entry(ref.name(), revision);
    if (state == null || ref instanceof Key) {
      return state == null ? null : state.latest();
    }
    return state.versions().find(number(ref, state), revision);
  }

  /** As {@link #find}, of now. */
  @Nullable Version present(Ref<?> ref) {
    return core.present(revision -> Optional.ofNullable(find(ref, revision))).orElse(null);
  }

  /**
   * The version.
   *
   * @throws NotFoundException if there is nothing that the reader may see
   */
  Version require(Ref<?> ref, long revision) {
    Version version = find(ref, revision);
    if (version == null) {
      throw notFound(ref, entry(ref.name(), revision), revision);
    }
    return version;
  }

  /** The version and its label, or empty if there is nothing that the reader may see. */
  Optional<Found> found(Ref<?> ref, long revision) {
    return Optional.ofNullable(find(ref, revision)).map(version -> found(version, revision));
  }

  /** As {@link #require}, with the label. */
  Found requireFound(Ref<?> ref, long revision) {
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
  List<Label> versions(Name name, long revision) {
    EntryState state = entry(name, revision);
    if (state == null) {
      throw missing(name, revision);
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
  Label shown(Label label, long revision) {
    if (label.parents().stream().allMatch(parent -> visible(parent, revision))) {
      return label;
    }
    List<VersionId> parents =
        label.parents().stream().filter(parent -> visible(parent, revision)).toList();
    return Label.builder().from(label).parents(parents).build();
  }

  private boolean visible(VersionId parent, long revision) {
    return core.canRead(reader, parent.name(), revision);
  }

  private @Nullable EntryState entry(Name name, long revision) {
    return core.canRead(reader, name, revision) ? core.entries.find(name, revision) : null;
  }

  private NotFoundException notFound(Ref<?> ref, @Nullable EntryState state, long revision) {
    if (state == null) {
      return missing(ref.name(), revision);
    }
    return new NotFoundException(
        ref + " was not found",
        "the latest version of " + ref.name() + " is " + state.latest().label().id(),
        ref instanceof AliasRef ? "Use the name or a version" : "List its versions");
  }

  private NotFoundException missing(Name name, long revision) {
    List<Name> like = new Suggestions(core, reader).like(name, revision);
    return new NotFoundException(
        name + " was not found",
        "nothing of that name was published, or it is not shared with you",
        didYouMean(like) + "List what you can see, or ask its owner to share it");
  }

  private static String didYouMean(List<Name> like) {
    return like.isEmpty()
        ? ""
        : like.stream()
            .map(Name::toString)
            .collect(Collectors.joining(" or ", "Did you mean ", "? "));
  }
}
