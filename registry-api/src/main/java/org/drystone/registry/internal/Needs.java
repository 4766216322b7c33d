package org.drystone.registry.internal;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.drystone.registry.VersionId;

/** Which living versions need the data of which others. Used under the commit lock only. */
final class Needs {
  private final Map<VersionId, Set<VersionId>> dependants = new HashMap<>();

  void add(Version dependant) {
    for (VersionId needed : dependant.needs()) {
      dependants.computeIfAbsent(needed, any -> new HashSet<>()).add(dependant.id());
    }
  }

  void remove(Version dependant) {
    for (VersionId needed : dependant.needs()) {
      Set<VersionId> left = dependants.getOrDefault(needed, new HashSet<>());
      left.remove(dependant.id());
      if (left.isEmpty()) {
        dependants.remove(needed);
      }
    }
  }

  Set<VersionId> of(VersionId needed) {
    return Collections.unmodifiableSet(dependants.getOrDefault(needed, Set.of()));
  }
}
