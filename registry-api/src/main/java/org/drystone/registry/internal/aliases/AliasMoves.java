package org.drystone.registry.internal.aliases;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drystone.registry.Alias;
import org.drystone.registry.Change;
import org.drystone.registry.Label;
import org.drystone.registry.LimitException;
import org.drystone.registry.Name;
import org.drystone.registry.NotPermittedException;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.AliasState;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.rights.Reader;
import org.jspecify.annotations.Nullable;

/** Moves aliases for one reader, as part of a commit. */
public final class AliasMoves {

  /** Each move copies the aliases of its name. */
  private static final int MOST = 256;

  private final Core core;
  private final Reader reader;

  public AliasMoves(Core core, Reader reader) {
    this.core = core;
    this.reader = reader;
  }

  /**
   * Checks the right to move these aliases.
   *
   * @param state the entry; null if it has no version yet
   * @throws NotPermittedException if one is protected, and the reader none of its movers
   * @throws LimitException if the name would have too many aliases
   */
  public void check(
      Name name, Collection<Alias> aliases, @Nullable EntryState state, long revision) {
    if (state == null || aliases.isEmpty()) {
      return;
    }
    for (Alias alias : aliases) {
      Set<Principal> movers = core.aliasGuards.get(name, state, alias, revision);
      if (movers != null && reader.principals().stream().noneMatch(movers::contains)) {
        throw refused(name, alias, "it is protected, and only some may move it");
      }
    }
    requireRoom(name, aliases, state);
  }

  /**
   * Checks that the reader may move that alias at all.
   *
   * @throws NotPermittedException if not
   */
  void requireWrite(Name name, Alias alias, long revision) {
    if (!core.rights.allows(reader, name, Right.WRITE, revision)) {
      throw refused(name, alias, "that needs WRITE on the name");
    }
  }

  /** What it means for the feed that the alias points there, or nowhere. */
  static Change change(Name name, Alias alias, EntryState state, OptionalLong to) {
    OptionalLong from =
        state
            .alias(alias)
            .map(target -> OptionalLong.of(target.version()))
            .orElse(OptionalLong.empty());
    return new Change.AliasMoved(name, alias, from, to);
  }

  /** The changes of a publication that lets these aliases point to its version. */
  public static List<Change> changes(
      Name name, Collection<Alias> aliases, @Nullable EntryState state, long to) {
    return aliases.stream()
        .map(
            alias ->
                state == null
                    ? new Change.AliasMoved(name, alias, OptionalLong.empty(), OptionalLong.of(to))
                    : change(name, alias, state, OptionalLong.of(to)))
        .toList();
  }

  /** Those of the aliases that do not point to that version yet. */
  public static Set<Alias> elsewhere(
      Collection<Alias> aliases, @Nullable EntryState state, Label label) {
    return aliases.stream()
        .filter(
            alias ->
                state == null
                    || state
                        .alias(alias)
                        .filter(target -> target.version() == label.version())
                        .isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Called by the committing thread: from that revision on, the aliases point to that version. */
  public void apply(Name name, Collection<Alias> aliases, long to, long revision, Instant time) {
    AliasState target = new AliasState(to, reader.caller().user(), time, revision);
    if (aliases.isEmpty()) {
      return;
    }
    edit(name, revision, all -> aliases.forEach(alias -> all.put(alias, target)));
  }

  /** Called by the committing thread: from that revision on, there is no such alias. */
  void remove(Name name, Alias alias, long revision) {
    edit(name, revision, all -> all.remove(alias));
  }

  private void edit(Name name, long revision, Consumer<Map<Alias, AliasState>> edit) {
    EntryState state = core.entries.find(name, revision);
    if (state != null) {
      Map<Alias, AliasState> changed = new HashMap<>(state.aliases());
      edit.accept(changed);
      core.entries.set(state.withAliases(changed, revision));
    }
  }

  private static void requireRoom(Name name, Collection<Alias> aliases, EntryState state) {
    long count =
        Stream.concat(state.aliases().keySet().stream(), aliases.stream()).distinct().count();
    if (count > MOST) {
      throw new LimitException(
          name + " cannot have more aliases", "it has " + MOST + " of them", "Remove one first");
    }
  }

  private NotPermittedException refused(Name name, Alias alias, String reason) {
    return new NotPermittedException(
        reader.caller().user() + " may not move " + name + "@" + alias,
        reason,
        "Ask an owner of the name");
  }
}
