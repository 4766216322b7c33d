package org.drystone.registry.internal.aliases;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.drystone.registry.Alias;
import org.drystone.registry.AliasMove;
import org.drystone.registry.AliasRef;
import org.drystone.registry.AliasTarget;
import org.drystone.registry.Aliases;
import org.drystone.registry.Change;
import org.drystone.registry.CompactedException;
import org.drystone.registry.ConflictException;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Name;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Commits;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.AliasState;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Refs;
import org.drystone.registry.internal.reading.Ownership;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.rights.Reader;

/** Aliases as one reader may see and move them. */
public final class AliasesView implements Aliases {

  private final Core core;
  private final Reader reader;
  private final Resolver resolver;
  private final Ownership ownership;
  private final AliasMoves moves;

  public AliasesView(Core core, Reader reader, Resolver resolver) {
    this.core = core;
    this.reader = reader;
    this.resolver = resolver;
    this.ownership = new Ownership(core, reader, resolver, "protect aliases of");
    this.moves = new AliasMoves(core, reader);
  }

  @Override
  public Position set(AliasRef<?> alias, VersionId to) {
    return point(alias, to, Expected.anything());
  }

  @Override
  public Position create(AliasRef<?> alias, VersionId to) {
    return point(alias, to, Expected.nothing());
  }

  @Override
  public Position move(AliasRef<?> alias, VersionId from, VersionId to) {
    requireSameName(alias, from);
    return point(alias, to, Expected.version(from.number()));
  }

  @Override
  public Position remove(AliasRef<?> ref) {
    Name name = ref.name();
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          resolver.require(ref, before);
          EntryState state = checked(ref, before);
          return new Commits.Plan<>(
              List.of(AliasMoves.change(name, ref.alias(), state, OptionalLong.empty())),
              () -> moves.remove(name, ref.alias(), revision),
              core.position(revision));
        });
  }

  @Override
  public AliasTarget rollback(AliasRef<?> ref) {
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          resolver.require(ref, before);
          VersionId to = previous(ref, checked(ref, before), before);
          AliasTarget target = new AliasTarget(ref.alias(), to, reader.caller().user(), time);
          return plan(ref, to, before, time).as(any -> target);
        });
  }

  @Override
  public List<AliasTarget> list(Name name) {
    return core.present(
        revision ->
            readable(name, revision).aliases().entrySet().stream()
                .map(entry -> target(name, entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(AliasTarget::alias))
                .toList());
  }

  @Override
  public List<AliasMove> history(AliasRef<?> ref) {
    return core.present(
        revision ->
            core.aliasTrails.of(ref.name(), ref.alias(), readable(ref.name(), revision), revision));
  }

  @Override
  public Optional<VersionId> asOf(AliasRef<?> ref, Instant time) {
    return core.present(revision -> asOf(ref, time, revision));
  }

  private Optional<VersionId> asOf(AliasRef<?> ref, Instant time, long revision) {
    EntryState state = readable(ref.name(), revision);
    List<AliasMove> moves = core.aliasTrails.of(ref.name(), ref.alias(), state, revision);
    Optional<AliasMove> last =
        moves.stream().filter(move -> !move.time().isAfter(time)).reduce((earlier, later) -> later);
    if (last.isEmpty()
        && !moves.isEmpty()
        && core.aliasTrails.isCut(ref.name(), ref.alias(), state)) {
      throw new CompactedException(
          "Where " + ref + " pointed at " + time + " is no longer known",
          "only its last " + moves.size() + " moves are kept",
          "Ask for " + moves.get(0).time() + " or later");
    }
    return last.flatMap(AliasMove::to);
  }

  @Override
  public Position protect(AliasRef<?> alias, Set<Principal> movers) {
    return guard(alias, Optional.of(Set.copyOf(movers)));
  }

  @Override
  public Position unprotect(AliasRef<?> alias) {
    return guard(alias, Optional.empty());
  }

  @Override
  public Optional<Set<Principal>> movers(AliasRef<?> ref) {
    return core.present(revision -> movers(ref, readable(ref.name(), revision), revision));
  }

  private Optional<Set<Principal>> movers(AliasRef<?> ref, EntryState state, long revision) {
    return Optional.ofNullable(core.aliasGuards.get(ref.name(), state, ref.alias(), revision));
  }

  private Position guard(AliasRef<?> ref, Optional<Set<Principal>> movers) {
    Name name = ref.name();
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          ownership.require(name, before);
          EntryState state = readable(name, before);
          if (movers(ref, state, before).equals(movers)) {
            return Commits.Plan.nothing(core.position(before));
          }
          return new Commits.Plan<>(
              List.of(new Change.AliasProtected(name, ref.alias(), movers)),
              () -> core.aliasGuards.set(name, state, ref.alias(), movers.orElse(null), revision),
              core.position(revision));
        });
  }

  private Position point(AliasRef<?> ref, VersionId to, Expected expected) {
    requireSameName(ref, to);
    return core.commits.commit(
        reader.caller().user(),
        (before, revision, time) -> {
          resolver.require(to.ref(), before);
          expected.check(ref, checked(ref, before));
          return plan(ref, to, before, time);
        });
  }

  private Commits.Plan<Position> plan(AliasRef<?> ref, VersionId to, long before, Instant time) {
    Name name = ref.name();
    Alias alias = ref.alias();
    EntryState state = readable(name, before);
    if (state.alias(alias).filter(target -> target.version() == to.number()).isPresent()) {
      return Commits.Plan.nothing(core.position(before));
    }
    long revision = before + 1;
    return new Commits.Plan<>(
        List.of(AliasMoves.change(name, alias, state, OptionalLong.of(to.number()))),
        () -> moves.apply(name, List.of(alias), to.number(), revision, time),
        core.position(revision));
  }

  /** The entry of an alias that the reader may move. */
  private EntryState checked(AliasRef<?> ref, long revision) {
    EntryState state = readable(ref.name(), revision);
    moves.requireWrite(ref.name(), ref.alias(), revision);
    moves.check(ref.name(), List.of(ref.alias()), state, revision);
    return state;
  }

  private VersionId previous(AliasRef<?> ref, EntryState state, long revision) {
    List<AliasMove> trail = core.aliasTrails.of(ref.name(), ref.alias(), state, revision);
    Optional<VersionId> from = trail.get(trail.size() - 1).from();
    if (from.isEmpty() || resolver.find(from.get().ref(), revision) == null) {
      throw new ConflictException(
          ref + " cannot be rolled back",
          from.map(version -> version + ", where it pointed before, was removed")
              .orElse("it pointed nowhere before"),
          "Set it to a version that is there");
    }
    return from.get();
  }

  private EntryState readable(Name name, long revision) {
    resolver.require(Refs.toName(name), revision);
    return Objects.requireNonNull(core.entries.find(name, revision));
  }

  private static AliasTarget target(Name name, Alias alias, AliasState state) {
    return new AliasTarget(
        alias, new VersionId(name, state.version()), state.author(), state.since());
  }

  private static void requireSameName(AliasRef<?> alias, VersionId version) {
    if (!alias.name().equals(version.name())) {
      throw new InvalidArgumentException(
          alias + " cannot point to " + version,
          "an alias points to a version of its own name",
          "Use an alias of " + version.name());
    }
  }
}
