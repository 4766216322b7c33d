package org.drystone.registry;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads exactly the versions of a {@link LockFile}: a name or an alias leads to what it led to when
 * the file was recorded. A reference to a version needs no entry; another reference that is not in
 * the file leads to nothing. Safe for use by several threads.
 */
public final class Replay implements Values {

  private final Registry registry;
  private final Map<Ref<Object>, VersionId> versions;

  private Replay(Registry registry, LockFile file) {
    this.registry = registry;
    this.versions = file.versions();
  }

  /**
   * A replay of that file, with what this view may see.
   *
   * @throws InvalidArgumentException if the file is of another registry
   * @throws NotFoundException if versions of it are not there or not to be seen by the caller; the
   *     message lists all of them
   * @throws ConflictException if the content of versions is known to be another than when they were
   *     recorded ({@link Label#contentId}); the message lists all of them
   */
  public static Replay of(Registry registry, LockFile file) {
    requireSameRegistry(registry.position().registryId(), file);
    Set<VersionId> missing = new LinkedHashSet<>();
    Set<String> others = new LinkedHashSet<>();
    Map<Ref<Object>, String> recorded = file.contentIds();
    file.versions()
        .forEach(
            (ref, version) -> {
              Optional<Label> label = label(registry, version);
              if (label.isEmpty()) {
                missing.add(version);
              } else {
                another(recorded.get(ref), label.get()).ifPresent(others::add);
              }
            });
    if (!missing.isEmpty()) {
      throw missing(missing);
    }
    if (!others.isEmpty()) {
      throw others(others);
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
    return Optional.ofNullable(versions.get(LockFile.untyped(ref)))
        .map(version -> Key.of(version.name(), ref.type()).version(version.number()));
  }

  private static Optional<Label> label(Registry registry, VersionId version) {
    try {
      return Optional.of(registry.describe(version.ref()));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /** In words, if the label tells of another content; what has no id is taken as it is. */
  private static Optional<String> another(@Nullable String recorded, Label label) {
    return recorded == null || label.contentId().filter(recorded::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            label.id()
                + " was "
                + recorded
                + " and is "
                + label.contentId().orElse("not told")
                + ", by "
                + label.publisher()
                + " since "
                + label.publishedAt());
  }

  private static void requireSameRegistry(String registryId, LockFile file) {
    if (!registryId.equals(file.registryId())) {
      throw new InvalidArgumentException(
          "The lock file cannot be replayed here",
          "it is of the registry " + file.registryId() + "; this one is " + registryId,
          "Replay it where it was recorded");
    }
  }

  private static ConflictException others(Set<String> others) {
    return new ConflictException(
        "The lock file cannot be replayed",
        "the content of versions is another than was recorded: " + String.join("; ", others),
        "Look what is there now, and record again");
  }

  private static NotFoundException missing(Set<VersionId> missing) {
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
