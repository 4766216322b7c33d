package org.drystone.registry.internal;

/** Something that is kept only as long as anybody may look at the revisions before it. */
interface Past {
  /** Once nobody looks at an earlier revision, this can be forgotten. */
  long revision();

  /** Called by the committing thread when that is so. */
  void forget();
}
