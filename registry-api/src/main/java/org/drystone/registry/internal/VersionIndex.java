package org.drystone.registry.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All versions of one entry, by number. Appended to by the committing thread only; read by anybody.
 * Appending and finding cost the same however many there are, but for the logarithm.
 */
final class VersionIndex {

  private static final int FIRST_CAPACITY = 1;

  private volatile Version[] versions = new Version[FIRST_CAPACITY];
  private volatile int count;

  void append(Version version) {
    int size = count;
    Version[] current = versions;
    if (size == current.length) {
      current = Arrays.copyOf(current, size * 2);
      versions = current;
    }
    current[size] = version;
    count = size + 1;
  }

  /** The version with that number, if it was visible at that revision. */
  @Nullable Version find(long number, long revision) {
    int high = count - 1;
    Version[] current = versions;
    int low = 0;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Version candidate = current[middle];
      if (candidate.number() == number) {
        return candidate.revision() <= revision ? candidate : null;
      }
      if (candidate.number() < number) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /** The versions that were visible at that revision, oldest first. */
  List<Version> asOf(long revision) {
    int size = count;
    Version[] current = versions;
    List<Version> visible = new ArrayList<>(size);
    for (int i = 0; i < size && current[i].revision() <= revision; i++) {
      visible.add(current[i]);
    }
    return visible;
  }
}
