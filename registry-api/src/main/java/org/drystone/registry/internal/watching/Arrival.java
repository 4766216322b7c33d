package org.drystone.registry.internal.watching;

import java.util.Optional;
import org.drystone.registry.AliasRef;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Label;
import org.drystone.registry.Ref;
import org.drystone.registry.VersionId;
import org.drystone.registry.VersionRef;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.reading.Found;
import org.drystone.registry.internal.reading.Resolver;
import org.drystone.registry.internal.time.Deadline;
import org.jspecify.annotations.Nullable;

/** Waits for what a reference leads to. */
public final class Arrival {

  private final Core core;
  private final Resolver resolver;
  private final Ref<?> ref;
  private final @Nullable VersionId known;

  private Arrival(Core core, Resolver resolver, Ref<?> ref, @Nullable VersionId known) {
    this.core = core;
    this.resolver = resolver;
    this.ref = ref;
    this.known = known;
  }

  /** Of anything. */
  public static Arrival of(Core core, Resolver resolver, Ref<?> ref) {
    return new Arrival(core, resolver, ref, null);
  }

  /**
   * Of something newer.
   *
   * @throws InvalidArgumentException if that can never come
   */
  public static Arrival of(Core core, Resolver resolver, Ref<?> ref, VersionId known) {
    if (!ref.name().equals(known.name())) {
      throw never(ref, known, "that is a version of another name");
    }
    if (ref instanceof VersionRef<?> exact && exact.version() <= known.number()) {
      throw never(ref, known, "the reference is to that version or an older one, for ever");
    }
    return new Arrival(core, resolver, ref, known);
  }

  public Optional<Label> await(Deadline deadline) throws InterruptedException {
    while (true) {
      long before = core.revision();
      Optional<Label> found =
          core.present(revision -> resolver.found(ref, revision))
              .map(Found::label)
              .filter(this::isNews);
      if (found.isPresent() || deadline.hasPassed()) {
        return found;
      }
      core.log.awaitAfter(before, ref.name(), deadline, () -> false);
    }
  }

  /** An alias can also be moved back, which is news too. */
  private boolean isNews(Label label) {
    if (known == null) {
      return true;
    }
    return ref instanceof AliasRef ? !label.id().equals(known) : label.version() > known.number();
  }

  private static InvalidArgumentException never(Ref<?> ref, VersionId known, String reason) {
    return new InvalidArgumentException(
        "Nothing newer than " + known + " will come of " + ref,
        reason,
        "Wait for the name, with a version of it");
  }
}
