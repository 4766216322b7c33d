package org.drystone.proofs;

import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;

/** What users may do in any order, with the registry or with the {@link Model}. */
public abstract class Steps {

  private final Verbs verbs;

  Steps(Verbs verbs) {
    this.verbs = verbs;
  }

  final Verbs verbs() {
    return verbs;
  }

  /** Called after each run: hubs have threads, and there are a great many runs. */
  @Validate
  public void close() {
    verbs.close();
  }

  /** Lincheck goes on from a state of the model that it has seen before without doing it again. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Steps that && verbs.equals(that.verbs);
  }

  @Override
  public int hashCode() {
    return verbs.hashCode();
  }
}
