package org.drystone.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads exactly the versions of a {@link LockFile}: a name or an alias leads to what it led to when
 * the file was recorded. A reference to a version needs no entry; another reference that is not in
 * the file leads to nothing. Safe for use by several threads.
 */
public final class Replay implements Values {

  private final Registry registry;
  private final LockFile file;

  private Replay(Registry registry, LockFile file) {
    this.registry = registry;
    this.file = file;
  }

  /**
   * A replay of that file, with what this view may see.
   *
   * @throws InvalidArgumentException if the file is of another registry
   * @throws NotFoundException if versions of it are not there or not to be seen by the caller; the
   *     message lists all of them
   */
  public static Replay of(Registry registry, LockFile file) {
    requireSameRegistry(registry.position().registryId(), file);
    List<VersionId> missing = new ArrayList<>();
    for (VersionId version : file.versions().values()) {
      if (!missing.contains(version) && !isThere(registry, version)) {
        missing.add(version);
      }
    }
    if (!missing.isEmpty()) {
      throw missing(missing);
    }
    return new Replay(registry, file);
  }

  @Override
  public <T> Optional<T> find(Ref<T> ref) {
    return locked(ref).flatMap(registry::find);
  }

  @Override
  public <T> Versioned<T> read(Ref<T> ref) {
    return registry.read(required(ref));
  }

  @Override
  public <T> Hold<T> hold(Ref<T> ref) {
    return registry.hold(required(ref));
  }

  private <T> Ref<T> required(Ref<T> ref) {
    return locked(ref).orElseThrow(() -> notLocked(ref));
  }

  private <T> Optional<Ref<T>> locked(Ref<T> ref) {
    if (ref instanceof VersionRef) {
      return Optional.of(ref);
    }
    return Optional.ofNullable(file.versions().get(LockFile.untyped(ref)))
        .map(version -> Key.of(version.name(), ref.type()).version(version.number()));
  }

  private static boolean isThere(Registry registry, VersionId version) {
    try {
      registry.describe(version.ref());
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private static void requireSameRegistry(String registryId, LockFile file) {
    if (!registryId.equals(file.registryId())) {
      throw new InvalidArgumentException(
          "The lock file cannot be replayed here",
          "it is of the registry " + file.registryId() + "; this one is " + registryId,
          "Replay it where it was recorded");
    }
  }

  private static NotFoundException missing(List<VersionId> missing) {
    return new NotFoundException(
        "The lock file cannot be replayed",
        "these versions were removed, or are not shared with you: " + missing,
        "Restore them, or ask their owners to share them");
  }

  private static NotFoundException notLocked(Ref<?> ref) {
    return new NotFoundException(
        ref + " was not found",
        "it is not in the lock file",
        "Record again, or read a version of it");
  }
}
