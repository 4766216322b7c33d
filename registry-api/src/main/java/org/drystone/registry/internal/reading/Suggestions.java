package org.drystone.registry.internal.reading;

import com.google.common.collect.Iterables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.rights.Reader;

/**
 * Names like one that was not found, of those that the reader may see. The work is bounded, however
 * many names there are: a few thousand comparisons at most.
 */
final class Suggestions {

  private static final int MOST = 3;
  private static final int NEIGHBOURS = 1000;
  private static final int NAMESPACES = 200;

  private final Core core;
  private final Reader reader;

  Suggestions(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
  }

  /** At most three: first the nearest spellings in its namespace, then the same name elsewhere. */
  List<Name> like(Name missing, long revision) {
    Set<Name> found = new LinkedHashSet<>();
    Spelling spelling = new Spelling(missing.simpleName());
    Iterable<Name> neighbours = neighbours(core.entries.in(missing.namespace()), missing);
    for (int distance = 0; distance <= spelling.furthest(); distance++) {
      for (Name name : neighbours) {
        if (spelling.distance(name.simpleName()) == distance && exists(name, revision)) {
          found.add(name);
        }
      }
    }
    for (Namespace namespace : Iterables.limit(core.entries.namespaces(), NAMESPACES)) {
      Name elsewhere = namespace.name(missing.simpleName());
      if (exists(elsewhere, revision)) {
        found.add(elsewhere);
      }
    }
    return found.stream().limit(MOST).toList();
  }

  /** Most typing errors leave the beginning as it is, so the neighbours in order come first. */
  private static Iterable<Name> neighbours(NavigableSet<Name> names, Name missing) {
    return Iterables.concat(
        Iterables.limit(names.headSet(missing, false).descendingSet(), NEIGHBOURS),
        Iterables.limit(names.tailSet(missing, false), NEIGHBOURS));
  }

  private boolean exists(Name name, long revision) {
    return core.canRead(reader, name, revision) && core.entries.find(name, revision) != null;
  }
}
