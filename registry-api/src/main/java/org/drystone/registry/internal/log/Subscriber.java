package org.drystone.registry.internal.log;

import org.drystone.registry.Commit;

/** Somebody to be told of changes. Never called under a lock; neither call may take long. */
public interface Subscriber {

  /** That commit is visible now. */
  void committed(Commit commit);

  /** There may be something to tell, or the end of the hub. */
  void signal();
}
