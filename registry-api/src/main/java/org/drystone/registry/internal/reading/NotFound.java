package org.drystone.registry.internal.reading;

import java.util.List;
import java.util.stream.Collectors;
import org.drystone.registry.AliasRef;
import org.drystone.registry.Name;
import org.drystone.registry.NotFoundException;
import org.drystone.registry.Ref;
import org.drystone.registry.Right;
import org.drystone.registry.VersionRef;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Tombstone;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.rights.Reader;
import org.jspecify.annotations.Nullable;

/** Tells one reader why there is nothing, and no more than the reader may know. */
public final class NotFound {
  private final Core core;
  private final Reader reader;
  private final Lives lives;

  public NotFound(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
    this.lives = new Lives(core, reader);
  }

  public NotFoundException of(Ref<?> ref, long revision) {
    Tombstone removal = removal(ref, revision);
    if (removal != null) {
      return removed(ref, removal);
    }
    EntryState state = core.entries.find(ref.name(), revision);
    return state != null && core.canRead(reader, ref.name(), revision)
        ? noSuchVersion(ref, state)
        : missing(ref.name());
  }

  /** How what the reference meant was removed, if the reader could read it then. */
  private @Nullable Tombstone removal(Ref<?> ref, long revision) {
    EntryState state = core.entries.past(ref.name(), revision);
    if (state == null) {
      return null;
    }
    Version version =
        ref instanceof VersionRef<?> exact ? state.versions().find(exact.version()) : null;
    Tombstone removal = version == null ? state.end() : version.removal(revision);
    long happened = version == null ? state.incarnation() : version.revision();
    return lives.allow(ref.name(), Right.READ, happened, revision) ? removal : null;
  }

  private NotFoundException removed(Ref<?> ref, Tombstone removal) {
    return new NotFoundException(
        ref + " was not found",
        "it " + removal.told(),
        removal
            .until()
            .filter(core.clock.instant()::isBefore)
            .map(until -> "An owner can restore it until " + until)
            .orElse("It is gone"));
  }

  private static NotFoundException noSuchVersion(Ref<?> ref, EntryState state) {
    return new NotFoundException(
        ref + " was not found",
        "the latest version of " + ref.name() + " is " + state.latest().id(),
        ref instanceof AliasRef ? "Use the name or a version" : "List its versions");
  }

  private NotFoundException missing(Name name) {
    List<Name> like =
        core.present(now -> new Suggestions(core, reader).like(name, now)); // no names of the past
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
