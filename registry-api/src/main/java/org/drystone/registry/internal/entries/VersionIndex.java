package org.drystone.registry.internal.entries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one entry, by number, removed ones included as long as anybody may ask for them.
 * Appended to by the committing thread only; read by anybody. Appending and finding cost the same
 * however many there are, but for the logarithm.
 */
public final class VersionIndex {
  private volatile Version[] versions;
  private volatile int count;

  /** The revision at which the life began that the newest of them are of. */
  private final long incarnation;

  /** The highest number that was ever given. */
  private volatile long last;

  /** The last revision that published what nobody can ask for any more; 0 for none. */
  private final long forgotten;

  VersionIndex(Version only) {
    this(new Version[] {only}, 1, only.number(), only.revision(), 0);
  }

  private VersionIndex(Version[] versions, int count, long last, long incarnation, long forgotten) {
    this.versions = versions;
    this.count = count;
    this.last = last;
    this.incarnation = incarnation;
    this.forgotten = forgotten;
  }

  long incarnation() {
    return incarnation;
  }

  /** The same versions, as those of an entry whose present life began then; takes its place. */
  VersionIndex since(long life) {
    return new VersionIndex(versions, count, last, life, forgotten);
  }

  long last() {
    return last;
  }

  /**
   * An index with room for one more: this one, or one without what nobody can ask for any more. A
   * full index is worth the look, since it would double otherwise.
   */
  VersionIndex roomy(long horizon) {
    int size = count;
    Version[] current = versions;
    if (size < current.length) {
      return this;
    }
    List<Version> needed = new ArrayList<>(size);
    long gone = forgotten;
    for (Version version : current) {
      if (version.forgettable(horizon)) {
        gone = Math.max(gone, version.revision());
      } else {
        needed.add(version);
      }
    }
    return needed.size() > size / 2
        ? this
        : new VersionIndex(
            grown(needed.toArray(Version[]::new)), needed.size(), last, incarnation, gone);
  }

  /** This, with that version appended. */
  VersionIndex with(Version version) {
    int size = count;
    Version[] current = versions;
    if (size == current.length) {
      current = grown(current);
      versions = current;
    }
    current[size] = version;
    count = size + 1;
    last = version.number();
    return this;
  }

  private static Version[] grown(Version[] full) {
    return Arrays.copyOf(full, Math.max(1, full.length * 2));
  }

  /** The version with that number, if it lived at that revision. */
  public @Nullable Version find(long number, long revision) {
    Version version = find(number);
    return version != null && version.livesAt(revision) ? version : null;
  }

  /** The version with that number, removed or not. */
  public @Nullable Version find(long number) {
    int at = position(number);
    return at < 0 ? null : versions[at];
  }

  /** The versions that lived at that revision, oldest first. */
  public List<Version> asOf(long revision) {
    int size = count;
    Version[] current = versions;
    List<Version> living = new ArrayList<>(size);
    for (int i = 0; i < size && current[i].revision() <= revision; i++) {
      if (current[i].livesAt(revision)) {
        living.add(current[i]);
      }
    }
    return living;
  }

  /** The highest version below that number that lived at that revision, or null. */
  public @Nullable Version below(long number, long revision) {
    int at = position(number);
    for (int i = (at < 0 ? -at - 1 : at) - 1; i >= 0; i--) {
      if (versions[i].livesAt(revision)) {
        return versions[i];
      }
    }
    return null;
  }

  /** The last revision up to that one that published a version, forgotten or not; 0 for none. */
  long lastPublished(long until) {
    int at = position(until, Version::revision);
    int before = at < 0 ? -at - 2 : at;
    return before < 0 ? forgotten : Math.max(forgotten, versions[before].revision());
  }

  /** All versions, removed or not. */
  List<Version> all() {
    return List.of(Arrays.copyOf(versions, count));
  }

  private int position(long number) {
    return position(number, Version::number);
  }

  /**
   * Where the version with that number or revision stands or, if there is none, minus one minus
   * where it would.
   */
  private int position(long wanted, ToLongFunction<Version> by) {
    int high = count - 1;
    Version[] current = versions;
    int low = 0;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = by.applyAsLong(current[middle]);
      if (found == wanted) {
        return middle;
      }
      if (found < wanted) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -low - 1;
  }
}
