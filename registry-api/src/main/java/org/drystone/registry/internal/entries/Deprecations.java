package org.drystone.registry.internal.entries;

import java.util.Optional;
import org.drystone.registry.Deprecation;
import org.drystone.registry.Name;
import org.drystone.registry.Ref;
import org.drystone.registry.VersionRef;
import org.drystone.registry.internal.revisions.History;
import org.jspecify.annotations.Nullable;

/** The words against names and versions, as of each revision. */
public final class Deprecations {

  /** Stands for the whole name. */
  private static final long ALL = 0;

  private final LifeMarks<Long, Deprecation> marks;

  /** Whether there ever was one: as long as there was none, reads need not look. */
  private volatile boolean any;

  public Deprecations(History history) {
    this.marks = new LifeMarks<>(history);
  }

  public boolean any() {
    return any;
  }

  /** The word against exactly this, a name or a version; null if there is none. */
  public @Nullable Deprecation of(Ref<?> ref, EntryState state, long revision) {
    return marks.get(ref.name(), state, number(ref), revision);
  }

  /** The word against the version, or else against its name. */
  public Optional<Deprecation> of(Version version, EntryState state, long revision) {
    Deprecation own = of(version.label().id().ref(), state, revision);
    return Optional.ofNullable(
        own == null ? of(Refs.toName(version.label().name()), state, revision) : own);
  }

  /** Called by the committing thread; null takes the word back. */
  public void set(Ref<?> ref, EntryState state, @Nullable Deprecation deprecation, long revision) {
    marks.set(ref.name(), state, number(ref), deprecation, revision);
    any = true;
  }

  /** Called by the committing thread, for a name that has no version in any revision kept. */
  public void forget(Name name) {
    marks.forget(name);
  }

  private static long number(Ref<?> ref) {
    return ref instanceof VersionRef<?> exact ? exact.version() : ALL;
  }
}
