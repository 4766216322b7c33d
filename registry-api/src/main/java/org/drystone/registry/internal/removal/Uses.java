package org.drystone.registry.internal.removal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drystone.registry.Alias;
import org.drystone.registry.InUseException;
import org.drystone.registry.VersionId;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.EntryState;
import org.drystone.registry.internal.entries.Version;

/** What stands in the way of a removal. Asked under the commit lock. */
final class Uses {
  private final Core core;
  private final Predicate<VersionId> visible;

  /**
   * @param visible what the one who removes may see; the rest is not named
   */
  Uses(Core core, Predicate<VersionId> visible) {
    this.core = core;
    this.visible = visible;
  }

  /**
   * Checks that no alias points to the version.
   *
   * @throws InUseException if one does
   */
  void requireNoAlias(EntryState state, Version version) {
    List<Alias> pointing = aliases(state, version);
    if (!pointing.isEmpty()) {
      throw inUse(version, "aliases point to it: " + pointing, "Move them first");
    }
  }

  /**
   * Checks that no version needs these, but for one of them.
   *
   * @throws InUseException if one does
   */
  void requireNoDependant(List<Version> gone) {
    Set<VersionId> going = gone.stream().map(Version::id).collect(Collectors.toSet());
    for (Version version : gone) {
      List<VersionId> left =
          core.needs.of(version.id()).stream().filter(user -> !going.contains(user)).toList();
      if (!left.isEmpty()) {
        throw inUse(version, "versions are computed from it: " + named(left), "Remove them first");
      }
    }
  }

  boolean isUsed(EntryState state, Version version) {
    return !aliases(state, version).isEmpty() || !core.needs.of(version.id()).isEmpty();
  }

  private String named(List<VersionId> dependants) {
    String known =
        dependants.stream()
            .filter(visible)
            .map(VersionId::toString)
            .sorted()
            .collect(Collectors.joining(", "));
    return known.isEmpty() ? "they are not shared with you" : known;
  }

  private static List<Alias> aliases(EntryState state, Version version) {
    return state.aliases().entrySet().stream()
        .filter(alias -> alias.getValue().version() == version.number())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static InUseException inUse(Version version, String reason, String remedy) {
    return new InUseException(version.id() + " was not removed", reason, remedy);
  }
}
