package org.drystone.proofs;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.drystone.registry.ErrorCode;
import org.drystone.registry.Name;
import org.drystone.registry.Namespace;
import org.drystone.registry.Principal;
import org.drystone.registry.Right;
import org.drystone.registry.Scope;
import org.jspecify.annotations.Nullable;

/** What the registry promises, written down in the plainest way: maps, and one thread. */
final class Model implements Verbs {

  /** A name with its versions and aliases. */
  private record Entry(TreeMap<Long, Integer> versions, Map<String, Long> aliases) {}

  private final TreeMap<Name, Entry> entries = new TreeMap<>();
  private final Map<Name, Long> lastNumbers = new HashMap<>();
  private final Map<Scope, Map<Principal, Right>> grants = new HashMap<>();

  @Override
  public String publish(Principal user, Name name, int value) {
    return mayPublish(user, name) ? append(user, name, value) : code(ErrorCode.NOT_PERMITTED);
  }

  @Override
  public String publishIfAbsent(Principal user, Name name, int value) {
    return mayPublish(user, name) && entries.containsKey(name)
        ? code(ErrorCode.CONFLICT)
        : publish(user, name, value);
  }

  @Override
  public String replace(Principal user, Name name, long version, int value) {
    Entry entry = entries.get(name);
    boolean holds = entry != null && entry.versions.lastKey() == version;
    return mayPublish(user, name) && !holds ? code(ErrorCode.CONFLICT) : publish(user, name, value);
  }

  @Override
  public String get(Principal user, Name name) {
    return visible(user, name)
        .map(entry -> String.valueOf(entry.versions.lastEntry().getValue()))
        .orElse(code(ErrorCode.NOT_FOUND));
  }

  @Override
  public String get(Principal user, Name name, long version) {
    return visible(user, name)
        .map(entry -> entry.versions.get(version))
        .map(String::valueOf)
        .orElse(code(ErrorCode.NOT_FOUND));
  }

  @Override
  public String get(Principal user, Name name, String alias) {
    return visible(user, name)
        .map(entry -> entry.aliases.get(alias))
        .map(version -> get(user, name, version))
        .orElse(code(ErrorCode.NOT_FOUND));
  }

  @Override
  public String list(Principal user) {
    StringBuilder text = new StringBuilder();
    entries.forEach(
        (name, entry) -> {
          if (has(user, name, Right.READ)) {
            text.append(name).append(":v").append(entry.versions.lastKey()).append(' ');
          }
        });
    return text.toString();
  }

  @Override
  public String unpublish(Principal user, Name name) {
    return owned(user, name)
        .orElseGet(
            () -> {
              forget(name);
              return "done";
            });
  }

  @Override
  public String unpublish(Principal user, Name name, long version) {
    return owned(user, name).orElseGet(() -> removeVersion(name, version));
  }

  @Override
  public String setAlias(Principal user, Name name, String alias, long version) {
    Optional<Entry> entry = visible(user, name).filter(e -> e.versions.containsKey(version));
    if (entry.isEmpty()) {
      return code(ErrorCode.NOT_FOUND);
    }
    if (!has(user, name, Right.WRITE)) {
      return code(ErrorCode.NOT_PERMITTED);
    }
    entry.get().aliases.put(alias, version);
    return "done";
  }

  @Override
  public String grant(Principal user, Scope scope, Principal other, Right right) {
    return set(user, scope, other, right);
  }

  @Override
  public String revoke(Principal user, Scope scope, Principal other) {
    return set(user, scope, other, null);
  }

  /** Two that are equal will answer the same from now on. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Model that
        && entries.equals(that.entries)
        && lastNumbers.equals(that.lastNumbers)
        && grants.equals(that.grants);
  }

  @Override
  public int hashCode() {
    return Objects.hash(entries, lastNumbers, grants);
  }

  /** Grants a right, or takes it if there is none. */
  private String set(Principal user, Scope scope, Principal other, @Nullable Right right) {
    if (scope instanceof Name name && visible(user, name).isEmpty()) {
      return code(ErrorCode.NOT_FOUND);
    }
    if (!has(user, scope, Right.OWN)) {
      return code(ErrorCode.NOT_PERMITTED);
    }
    give(scope, other, right);
    return "done";
  }

  private String append(Principal user, Name name, int value) {
    long number = lastNumbers.merge(name, 1L, Long::sum);
    Entry entry = entries.get(name);
    if (entry == null) {
      entry = new Entry(new TreeMap<>(), new HashMap<>());
      entries.put(name, entry);
      give(name, user, Right.OWN);
    }
    entry.versions.put(number, value);
    return "v" + number;
  }

  private String removeVersion(Name name, long version) {
    Entry entry = entries.get(name);
    if (entry == null || !entry.versions.containsKey(version)) {
      return code(ErrorCode.NOT_FOUND);
    }
    if (entry.aliases.containsValue(version)) {
      return code(ErrorCode.IN_USE);
    }
    entry.versions.remove(version);
    if (entry.versions.isEmpty()) {
      forget(name);
    }
    return "done";
  }

  private void forget(Name name) {
    entries.remove(name);
    grants.remove(name);
  }

  private void give(Scope scope, Principal to, @Nullable Right right) {
    Map<Principal, Right> given = grants.computeIfAbsent(scope, any -> new HashMap<>());
    if (right == null) {
      given.remove(to);
    } else {
      given.put(to, right);
    }
  }

  /** The error of somebody who does not own the name; empty for an owner. */
  private Optional<String> owned(Principal user, Name name) {
    if (visible(user, name).isEmpty()) {
      return Optional.of(code(ErrorCode.NOT_FOUND));
    }
    return has(user, name, Right.OWN)
        ? Optional.empty()
        : Optional.of(code(ErrorCode.NOT_PERMITTED));
  }

  private Optional<Entry> visible(Principal user, Name name) {
    return has(user, name, Right.READ) ? Optional.ofNullable(entries.get(name)) : Optional.empty();
  }

  private boolean mayPublish(Principal user, Name name) {
    boolean exists = entries.containsKey(name);
    return (!exists && name.namespace().equals(Namespace.SHARED))
        || has(user, exists ? name : name.namespace(), Right.WRITE);
  }

  private boolean has(Principal user, Scope scope, Right needed) {
    Namespace namespace = scope.namespace();
    boolean byDefault =
        namespace.equals(Namespace.SHARED)
            ? needed == Right.READ
            : namespace.toString().equals(user.name());
    return byDefault || isGranted(user, namespace, needed) || isGranted(user, scope, needed);
  }

  private boolean isGranted(Principal user, Scope scope, Right needed) {
    Map<Principal, Right> given = grants.getOrDefault(scope, Map.of());
    return includes(given.get(user), needed) || includes(given.get(Principal.everyone()), needed);
  }

  private static boolean includes(@Nullable Right right, Right needed) {
    return right != null && right.includes(needed);
  }

  private static String code(ErrorCode code) {
    return code.name();
  }
}
