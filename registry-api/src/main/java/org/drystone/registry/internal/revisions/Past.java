package org.drystone.registry.internal.revisions;

/** Something that is kept only as long as anybody may look at the revisions before it. */
public interface Past {
  /** Once nobody looks at an earlier revision, this can be forgotten. */
  long revision();

  /** Called by the committing thread when that is so. */
  void forget();
}
