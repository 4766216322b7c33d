package org.drystone.registry.internal.removal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.drystone.registry.Name;
import org.drystone.registry.Retention;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Rules;
import org.drystone.registry.internal.entries.Version;

/** Which versions a rule does not keep. */
final class Superfluous {

  /** What becomes old later than that is not waited for. */
  private static final Duration FAR = Duration.ofDays(36_500);

  private final Core core;
  private final Uses uses;

  Superfluous(Core core) {
    this.core = core;
    this.uses = new Uses(core, version -> false);
  }

  /** What that rule does not keep of a name, and nothing needs; called under the commit lock. */
  List<Version> by(Retention rule, Name name, long revision, Instant now) {
    EntryState state = core.entries.find(name, revision);
    return state == null
        ? List.of()
        : old(rule, state, revision, now).filter(version -> !uses.isUsed(state, version)).toList();
  }

  /** As {@link #by}, by the rule that the name is under, but for what somebody has restored. */
  List<Version> byItsRule(Name name, long revision, Instant now) {
    Rules.Rule rule = core.rules.of(name, revision);
    return rule == null
        ? List.of()
        : by(rule.retention(), name, revision, now).stream()
            .filter(version -> !version.isRestored(revision))
            .toList();
  }

  /** Whether {@link #byItsRule} is worth its lock; called under no lock. */
  boolean mayBeByItsRule(Name name, long revision, Instant now) {
    Rules.Rule rule = core.rules.of(name, revision);
    EntryState state = core.entries.find(name, revision);
    return rule != null
        && state != null
        && old(rule.retention(), state, revision, now).findAny().isPresent();
  }

  /** When time alone makes more of a name superfluous by its rule; empty if it never does. */
  Optional<Instant> nextByItsRule(Name name, long revision, Instant now) {
    Rules.Rule rule = core.rules.of(name, revision);
    EntryState state = core.entries.find(name, revision);
    if (rule == null || state == null) {
      return Optional.empty();
    }
    return behind(rule.retention(), state, revision).stream()
        .map(version -> left(rule.retention(), version, now))
        .filter(left -> !left.isZero() && left.compareTo(FAR) < 0)
        .min(Comparator.naturalOrder())
        .map(now::plus);
  }

  private static Stream<Version> old(Retention rule, EntryState state, long revision, Instant now) {
    return behind(rule, state, revision).stream()
        .filter(version -> left(rule, version, now).isZero());
  }

  /** All but the last ones, oldest first. */
  private static List<Version> behind(Retention rule, EntryState state, long revision) {
    List<Version> living = state.versions().asOf(revision);
    return living.subList(0, Math.max(0, living.size() - rule.last()));
  }

  /** How long the version is still young; zero if it is not. */
  private static Duration left(Retention rule, Version version, Instant now) {
    Duration old = Duration.between(version.label().publishedAt(), now);
    return rule.age().compareTo(old) <= 0 ? Duration.ZERO : rule.age().minus(old);
  }
}
