package org.drystone.registry.internal.rights;

import org.drystone.registry.Right;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Grants;
import org.drystone.registry.internal.entries.Space;
import org.jspecify.annotations.Nullable;

/**
 * What one reader may see. It remembers its last answers, which cannot get old: as long as a state
 * has the same grants, and they are one object as long as they are equal, they mean the same.
 */
public final class Standing {

  private final Reader reader;

  /** The last answers; each thread may find others, which are as true. */
  private Answer inSpace = new Answer(null, Grants.NONE, false);

  private Answer onName = inSpace;

  /** Whether these grants, in that namespace or on one name, let the reader read. */
  private record Answer(@Nullable Space space, Grants grants, boolean mayRead) {

    @SuppressWarnings("ReferenceEquality") // equal grants are one object
    boolean isFor(@Nullable Space asked, Grants given) {
      return space == asked && grants == given;
    }
  }

  Standing(Reader reader) {
    this.reader = reader;
  }

  /** Whether the reader may read the entry, as it was at that revision. */
  public boolean mayRead(EntryState state, long revision) {
    return mayRead(state.space(), revision) || mayRead(state.grants());
  }

  private boolean mayRead(Space space, long revision) {
    Grants grants = space.grants(revision);
    Answer known = inSpace;
    return known.isFor(space, grants) ? known.mayRead : learn(space, grants);
  }

  private boolean mayRead(Grants grants) {
    Answer known = onName;
    return known.isFor(null, grants) ? known.mayRead : learn(grants);
  }

  private boolean learn(Space space, Grants grants) {
    boolean mayRead =
        reader.mayByDefault(space.namespace(), Right.READ)
            || grants.allow(reader.principals(), Right.READ);
    inSpace = new Answer(space, grants, mayRead);
    return mayRead;
  }

  private boolean learn(Grants grants) {
    boolean mayRead = grants.allow(reader.principals(), Right.READ);
    onName = new Answer(null, grants, mayRead);
    return mayRead;
  }
}
