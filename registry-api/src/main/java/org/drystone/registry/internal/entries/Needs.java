package org.drystone.registry.internal.entries;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.drystone.registry.VersionId;

/** Which living versions need the data of which others. Used under the commit lock only. */
public final class Needs {
  private final Map<VersionId, Set<VersionId>> dependants = new HashMap<>();

  public void add(Version dependant) {
    for (VersionId needed : dependant.needs()) {
      dependants.computeIfAbsent(needed, any -> new HashSet<>()).add(dependant.id());
    }
  }

  public void remove(Version dependant) {
    for (VersionId needed : dependant.needs()) {
      Set<VersionId> left = dependants.getOrDefault(needed, new HashSet<>());
      left.remove(dependant.id());
      if (left.isEmpty()) {
        dependants.remove(needed);
      }
    }
  }

  public Set<VersionId> of(VersionId needed) {
    return Collections.unmodifiableSet(dependants.getOrDefault(needed, Set.of()));
  }
}
