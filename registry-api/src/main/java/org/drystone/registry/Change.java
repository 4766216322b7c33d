package org.drystone.registry;

import java.util.Optional;

/** One change, as one caller may see it. */
public sealed interface Change {

  /** What was changed. */
  Scope scope();

  /** A version became visible. */
  record Published(Label label) implements Change {
    @Override
    public Name scope() {
      return label.name();
    }
  }

  /**
   * A right was given, changed or taken.
   *
   * @param scope on what
   * @param principal to or from whom
   * @param before the right before, if any
   * @param after the right from now on, if any
   */
  record RightChanged(
      Scope scope, Principal principal, Optional<Right> before, Optional<Right> after)
      implements Change {}

  /** The caller gained sight of an existing name: what was published before is now readable. */
  record Revealed(Name name) implements Change {
    @Override
    public Name scope() {
      return name;
    }
  }

  /** The caller lost sight of a name. */
  record Hidden(Name name) implements Change {
    @Override
    public Name scope() {
      return name;
    }
  }

  /**
   * A name or a version should no longer be used, or may be used again.
   *
   * @param what a key or a version
   * @param deprecation the word against it; empty if it was taken back
   */
  record DeprecationChanged(Ref<Object> what, Optional<Deprecation> deprecation) implements Change {
    @Override
    public Name scope() {
      return what.name();
    }
  }
}
