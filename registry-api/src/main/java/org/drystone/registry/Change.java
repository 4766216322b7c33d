package org.drystone.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

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
   * Versions of a name were removed.
   *
   * @param name of which name
   * @param versions their numbers, ascending; unmodifiable
   * @param latest the highest surviving version; empty if the name is gone, and with it the aliases
   *     and grants, which changes of their own tell
   * @param reason what the author said about it
   * @param restorableUntil when the data is freed; empty if it was freed at once
   */
  record Removed(
      Name name,
      List<Long> versions,
      OptionalLong latest,
      Optional<String> reason,
      Optional<Instant> restorableUntil)
      implements Change {
    /** Copies the list. */
    public Removed {
      versions = List.copyOf(versions);
    }

    @Override
    public Name scope() {
      return name;
    }
  }

  /**
   * Removed versions are there again.
   *
   * @param name of which name
   * @param versions their numbers, ascending; unmodifiable
   * @param latest the highest version now
   */
  record Restored(Name name, List<Long> versions, long latest) implements Change {
    /** Copies the list. */
    public Restored {
      versions = List.copyOf(versions);
    }

    @Override
    public Name scope() {
      return name;
    }
  }

  /**
   * An alias was set, moved or taken away.
   *
   * @param name of which name
   * @param alias which alias
   * @param before the version that it pointed to before, if any
   * @param after the version that it points to from now on, if any
   */
  record AliasMoved(Name name, Alias alias, OptionalLong before, OptionalLong after)
      implements Change {
    @Override
    public Name scope() {
      return name;
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

  /**
   * Versions that were to go with a session stay.
   *
   * @param versions their numbers, ascending; unmodifiable
   */
  record Kept(Name name, List<Long> versions) implements Change {

    /** Copies the list. */
    public Kept {
      versions = List.copyOf(versions);
    }

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
   * An alias may be moved by others from now on.
   *
   * @param name of which name
   * @param alias which alias
   * @param movers who may move it; empty if all may who have WRITE
   */
  record AliasProtected(Name name, Alias alias, Optional<Set<Principal>> movers) implements Change {
    /** Copies the set. */
    public AliasProtected {
      movers = movers.map(Set::copyOf);
    }

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

  /**
   * Somebody asks for a right; for the owners and the asker.
   *
   * @param scope on what; a name need not exist
   * @param principal who asks
   * @param right for which right
   * @param reason why, in the asker's words
   */
  record AccessAsked(Scope scope, Principal principal, Right right, String reason)
      implements Change {}

  /**
   * An owner answered a request with no; for the owners and the asker.
   *
   * @param scope on what
   * @param principal who asked
   * @param right for which right
   */
  record AccessDeclined(Scope scope, Principal principal, Right right) implements Change {}

  /**
   * The hub keeps versions by another rule from now on; for the owners.
   *
   * @param scope of one name, or of the names in a namespace
   * @param rule what is kept; empty if nothing more is removed by a rule of that scope
   */
  record RetentionChanged(Scope scope, Optional<Retention> rule) implements Change {}
}
