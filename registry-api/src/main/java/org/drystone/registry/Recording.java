package org.drystone.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads from a registry and notes which version each reference led to. Safe for use by several
 * threads.
 */
public final class Recording implements Values {

  private final Registry registry;
  private final Map<Ref<Object>, LockFile.Line> read = new ConcurrentHashMap<>();

  private Recording(Registry registry) {
    this.registry = registry;
  }

  /** A recording of what is read with this view, with nothing read so far. */
  public static Recording of(Registry registry) {
    return new Recording(registry);
  }

  /** What was read so far. Of what was read more than once, the last time counts. */
  public LockFile lockFile() {
    return LockFile.of(registry.position().registryId(), read);
  }

  @Override
  public <T> Optional<T> find(Ref<T> ref) {
    try {
      return Optional.of(get(ref));
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  @Override
  public <T> Versioned<T> read(Ref<T> ref) {
    Versioned<T> found = registry.read(ref);
    note(ref, found.label());
    return found;
  }

  @Override
  public <T> Hold<T> hold(Ref<T> ref) {
    Hold<T> hold = registry.hold(ref);
    note(ref, hold.label());
    return hold;
  }

  private void note(Ref<?> ref, Label label) {
    read.put(LockFile.untyped(ref), new LockFile.Line(label.id(), label.contentId()));
  }
}
