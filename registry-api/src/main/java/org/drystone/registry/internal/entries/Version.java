package org.drystone.registry.internal.entries;

import java.lang.reflect.Type;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.Caller;
import org.drystone.registry.Label;
import org.drystone.registry.LastRead;
import org.drystone.registry.Ref;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.data.Data;
import org.drystone.registry.internal.data.TypeMatcher;
import org.drystone.registry.internal.revisions.Cell;
import org.drystone.registry.internal.revisions.History;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.ValueAdapter;
import org.jspecify.annotations.Nullable;

/** One committed version: its label, and its data. */
public final class Version extends Data {

  /** The last type as which it could be read. */
  private volatile Type accepted;

  /** The last that the readership took: most reads need not look further. */
  private volatile @Nullable Reading noted;

  private final Label label;
  private final Type type;

  /** Null as long as nobody reads it. */
  private volatile @Nullable Readership readership;

  /** Null as long as it was never removed. */
  private volatile @Nullable Cell<Optional<Tombstone>> removed;

  /**
   * A version that is not visible yet.
   *
   * @param type the type under which it can be read
   * @param needed the versions whose data it is computed from when it is read
   */
  public Version(
      Label label,
      Type type,
      ValueAdapter<Object, Object> adapter,
      Admission<Object> admission,
      List<Version> needed) {
    super(adapter, admission, needed);
    this.label = label;
    this.type = type;
    this.accepted = type;
  }

  @Override
  public Label label() {
    return label;
  }

  @Override
  public VersionId id() {
    return label.id();
  }

  public long number() {
    return label.version();
  }

  public long revision() {
    return label.revision();
  }

  /** The type under which it can be read. */
  Type type() {
    return type;
  }

  /** Whether it was published then and not removed. */
  public boolean livesAt(long asked) {
    return revision() <= asked && removal(asked) == null;
  }

  /** How it was removed, as of that revision; null if it was not, or lives again. */
  public @Nullable Tombstone removal(long asked) {
    Cell<Optional<Tombstone>> known = removed;
    Optional<Tombstone> removal = known == null ? null : known.asOf(asked);
    return removal == null ? null : removal.orElse(null);
  }

  /** Whether it was removed once, and lives again. */
  public boolean isRestored(long asked) {
    Cell<Optional<Tombstone>> known = removed;
    return known != null && Optional.empty().equals(known.asOf(asked));
  }

  /** Called by the committing thread. */
  public void remove(Tombstone removal, History history) {
    setRemoved(Optional.of(removal), removal.revision(), history);
  }

  /** Called by the committing thread. */
  public void restore(long revision, History history) {
    setRemoved(Optional.empty(), revision, history);
  }

  private void setRemoved(Optional<Tombstone> removal, long revision, History history) {
    Cell<Optional<Tombstone>> cell = removed;
    if (cell == null) {
      cell = new Cell<>();
      removed = cell;
    }
    cell.set(revision, removal, history);
  }

  /** Whether nobody can ask for it any more: gone for good, and since before the horizon. */
  boolean forgettable(long horizon) {
    return isReleased() && removal(horizon) != null;
  }

  /** Remembers the last answer that was yes: working it out costs more than all else of a read. */
  public boolean isReadableAs(Type wanted) {
    if (wanted == Object.class || wanted.equals(accepted)) {
      return true;
    }
    if (!TypeMatcher.isSubtype(type, wanted)) {
      return false;
    }
    accepted = wanted;
    return true;
  }

  /**
   * What that reader receives.
   *
   * @throws org.drystone.registry.TypeMismatchException if the reference asks for another type
   * @throws org.drystone.registry.MutatedException if the object was changed meanwhile
   */
  public <T> T open(Ref<T> ref, Caller reader) {
    Type wanted = ref.type().type();
    if (wanted != accepted && !isReadableAs(wanted)) {
      throw TypeMatcher.mismatch(ref, type);
    }
    return cast(open(reader));
  }

  /**
   * Notes that somebody reads it; nothing is written if that is known already.
   *
   * @return whether it is the last that was noted
   */
  @SuppressWarnings("ReferenceEquality") // to look into the other would cost more than it saves
  public boolean note(Reading reading, Clock clock) {
    return noted == reading || noteNew(reading, clock);
  }

  private boolean noteNew(Reading reading, Clock clock) {
    boolean isNew = knownReadership().note(reading, clock);
    if (isNew) {
      noted = reading;
    }
    return isNew;
  }

  /** The users who read it last, the latest first. */
  public List<LastRead> lastReads() {
    Readership known = readership;
    return known == null ? List.of() : known.last();
  }

  /** Two that begin to read at once may each see one of their own: one of them is not noted. */
  private Readership knownReadership() {
    Readership known = readership;
    if (known == null) {
      known = new Readership();
      readership = known;
    }
    return known;
  }

  /** Safe after the type was checked. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T> T cast(Object value) {
    return (T) value;
  }
}
