package org.drystone.registry.internal.reading;

import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.drystone.registry.Advice;
import org.drystone.registry.Alias;
import org.drystone.registry.AliasRef;
import org.drystone.registry.Change;
import org.drystone.registry.Deprecation;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.LastRead;
import org.drystone.registry.Name;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Position;
import org.drystone.registry.Ref;
import org.drystone.registry.Right;
import org.drystone.registry.Status;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Refs;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.rights.Reader;
import org.jspecify.annotations.Nullable;

/** What may change about versions, as one reader may see and say it. */
public final class AdviceView implements Advice {

  private final Core core;
  private final Reader reader;
  private final Resolver resolver;

  public AdviceView(Core core, Reader reader, Resolver resolver) {
    this.core = core;
    this.reader = reader;
    this.resolver = resolver;
  }

  public Status status(Ref<?> ref, long revision) {
    Version version = resolver.require(ref, revision);
    Name name = ref.name();
    EntryState state = state(name, revision);
    boolean owner = core.rights.allows(reader, name, Right.OWN, revision);
    List<LastRead> lastReads = owner ? version.lastReads() : List.of();
    return new Status(
        version.label().id(),
        core.position(revision),
        against(version, revision),
        aliases(version, state),
        core.leases.lifetime(version.id()),
        lastReads);
  }

  /** The word against a version that the reader may see. */
  Optional<Deprecation> against(Version version, long revision) {
    if (!core.deprecations.any()) {
      return Optional.empty();
    }
    EntryState state = core.entries.find(version.label().name(), revision);
    return state == null
        ? Optional.empty()
        : core.deprecations.of(version, state, revision).map(word -> shown(word, revision));
  }

  @Override
  public Position deprecate(Ref<?> ref, String reason) {
    return say(ref, reason, null);
  }

  @Override
  public Position deprecate(Ref<?> ref, String reason, Ref<?> instead) {
    return say(ref, reason, Objects.requireNonNull(instead, "instead"));
  }

  private Position say(Ref<?> ref, String reason, @Nullable Ref<?> instead) {
    requireExact(ref, instead);
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          if (instead != null) {
            resolver.require(instead, before);
          }
          Optional<Ref<Object>> better = Optional.ofNullable(instead).map(Refs::untyped);
          Deprecation word = new Deprecation(reason, better, reader.caller().user(), time);
          return plan(ref, word, before, revision);
        });
  }

  @Override
  public Position reinstate(Ref<?> ref) {
    requireExact(ref, null);
    return core.commits.commit(
        reader.caller().user(), (before, revision, time) -> plan(ref, null, before, revision));
  }

  /** The word without what the reader may not see. */
  public Deprecation shown(Deprecation word, long revision) {
    boolean hidden =
        word.instead().filter(ref -> !core.canRead(reader, ref.name(), revision)).isPresent();
    return hidden
        ? new Deprecation(word.reason(), Optional.empty(), word.author(), word.since())
        : word;
  }

  private Commits.Plan<Position> plan(
      Ref<?> ref, @Nullable Deprecation word, long before, long revision) {
    resolver.require(ref, before);
    requireWrite(ref, before);
    EntryState state = state(ref.name(), before);
    if (word == null && core.deprecations.of(ref, state, before) == null) {
      return Commits.Plan.nothing(core.position(before));
    }
    Change change = new Change.DeprecationChanged(Refs.untyped(ref), Optional.ofNullable(word));
    return new Commits.Plan<>(
        List.of(change),
        () -> core.deprecations.set(ref, state, word, revision),
        core.position(revision));
  }

  private void requireWrite(Ref<?> ref, long revision) {
    if (!core.rights.allows(reader, ref.name(), Right.WRITE, revision)) {
      throw new NotPermittedException(
          reader.caller().user() + " may not deprecate " + ref,
          "that needs WRITE on it",
          "Tell its owner what is wrong with it");
    }
  }

  private static void requireExact(Ref<?> ref, @Nullable Ref<?> instead) {
    if (ref instanceof AliasRef) {
      throw new InvalidArgumentException(
          ref + " cannot be deprecated or reinstated",
          "an alias may point elsewhere tomorrow",
          "Name the version, or the whole name");
    }
    if (instead != null && Refs.untyped(ref).equals(Refs.untyped(instead))) {
      throw new InvalidArgumentException(
          ref + " cannot be used instead of itself", "it is what is deprecated", "Name another");
    }
  }

  private static NavigableSet<Alias> aliases(Version version, EntryState state) {
    NavigableSet<Alias> aliases = new TreeSet<>();
    state
        .aliases()
        .forEach(
            (alias, target) -> {
              if (target.version() == version.number()) {
                aliases.add(alias);
              }
            });
    return Collections.unmodifiableNavigableSet(aliases);
  }

  /** The state of an entry in which a version was found at that revision. */
  private EntryState state(Name name, long revision) {
    return Objects.requireNonNull(core.entries.find(name, revision));
  }
}
