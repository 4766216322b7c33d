package org.drystone.registry.internal.entries;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.Caller;
import org.drystone.registry.Label;
import org.drystone.registry.Ref;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.data.Data;
import org.drystone.registry.internal.data.TypeMatcher;
import org.drystone.registry.internal.revisions.Cell;
import org.drystone.registry.internal.revisions.History;
import org.jspecify.annotations.Nullable;

/** One committed version: its label, and the data behind it. */
public final class Version {

  private final Label label;
  private final TypeMatcher type;
  private final List<VersionId> needs;
  private final Data<?, ?> data;
  private final Readership readership = new Readership();
  private final Cell<Optional<Tombstone>> removed = new Cell<>();

  public Version(Label label, Type type, Data<?, ?> data, List<VersionId> needs) {
    this.label = label;
    this.needs = needs;
    this.type = new TypeMatcher(type);
    this.data = data;
  }

  public Label label() {
    return label;
  }

  public VersionId id() {
    return label.id();
  }

  /** The versions whose data this one is computed from when it is read. */
  public List<VersionId> needs() {
    return needs;
  }

  public long number() {
    return label.version();
  }

  public long revision() {
    return label.revision();
  }

  public Data<?, ?> data() {
    return data;
  }

  public Readership readership() {
    return readership;
  }

  /** Whether it was published then and not removed. */
  boolean livesAt(long asked) {
    return revision() <= asked && removal(asked) == null;
  }

  /** How it was removed, as of that revision; null if it was not, or lives again. */
  public @Nullable Tombstone removal(long asked) {
    Optional<Tombstone> removal = removed.asOf(asked);
    return removal == null ? null : removal.orElse(null);
  }

  /** Called by the committing thread. */
  public void remove(Tombstone removal, History history) {
    removed.set(removal.revision(), Optional.of(removal), history);
  }

  /** Called by the committing thread. */
  public void restore(long revision, History history) {
    removed.set(revision, Optional.empty(), history);
  }

  /** Whether nobody can ask for it any more: gone for good, and since before the horizon. */
  boolean forgettable(long horizon) {
    return data.isReleased() && removal(horizon) != null;
  }

  public boolean isReadableAs(Type wanted) {
    return type.accepts(wanted);
  }

  /**
   * What that reader receives.
   *
   * @throws org.drystone.registry.TypeMismatchException if the reference asks for another type
   * @throws org.drystone.registry.MutatedException if the object was changed meanwhile
   */
  public <T> T open(Ref<T> ref, Caller reader) {
    type.require(ref);
    return cast(data.open(label, reader));
  }

  /** Safe after {@link TypeMatcher#require}. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
