package org.drystone.registry.internal.reading;

import org.drystone.registry.Name;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Tombstone;
import org.drystone.registry.internal.rights.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Rights on what lies in the past of a name. The grants on a name go with its last version; what
 * happened in a life that is over stays with those who had the right when it ended, and a new life
 * under the same name gives no right on the one before.
 */
public final class Lives {
  private final Core core;
  private final Reader reader;

  public Lives(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
  }

  /** Whether the reader has that right, now, on what happened at that revision. */
  public boolean allow(Scope scope, Right needed, long happened, long now) {
    if (core.rights.allows(reader, scope.namespace(), needed, now)) {
      return true;
    }
    if (!(scope instanceof Name name)) {
      return false;
    }
    EntryState life = life(name, happened, now);
    return life != null && allows(name, life, needed, now);
  }

  /** Whether the reader may read that name now, and the life of it in which that happened. */
  public boolean allowReading(Name name, long happened, long now) {
    return core.canRead(reader, name, now) && allow(name, Right.READ, happened, now);
  }

  private boolean allows(Name name, EntryState life, Right needed, long now) {
    Tombstone end = life.end();
    return end == null
        ? core.rights.allows(reader, name, needed, now)
        : end.grants().allow(reader.principals(), needed);
  }

  /**
   * The life in which that happened, as it is now or as it ended; null if that is not known. Goes
   * on from each life to the one before: a name may have had thousands.
   */
  private @Nullable EntryState life(Name name, long happened, long now) {
    EntryState life = core.entries.past(name, now);
    while (life != null && happened < life.incarnation()) {
      long before = life.incarnation() - 1;
      life = before < core.history.horizon(now) ? null : life.asOf(before);
    }
    return life;
  }
}
