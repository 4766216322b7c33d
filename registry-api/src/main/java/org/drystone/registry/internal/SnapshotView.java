package org.drystone.registry.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
import org.drystone.registry.Name;
import org.drystone.registry.Position;
import org.drystone.registry.Query;
import org.drystone.registry.Ref;
import org.drystone.registry.Snapshot;
import org.drystone.registry.Versioned;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.reading.Found;
import org.drystone.registry.internal.reading.Lister;
import org.drystone.registry.internal.reading.Lives;
import org.drystone.registry.internal.reading.NotFound;
import org.drystone.registry.internal.revisions.Behind;
import org.drystone.registry.internal.rights.Reader;

/** The registry as it was at one revision, as far as one reader may see it now. */
final class SnapshotView extends ReaderView implements Snapshot {
  private final Lives lives;
  private final NotFound notFound;
  private final long revision;

  SnapshotView(Core core, Reader reader, long revision) {
    super(core, reader);
    this.lives = new Lives(core, reader);
    this.notFound = new NotFound(core, reader);
    this.revision = revision;
  }

  @Override
  public Position position() {
    return core.position(revision);
  }

  @Override
  public <T> Optional<T> find(Ref<T> ref) {
    return then(() ->
            maySeeNow(ref.name()) ? resolver.found(ref, revision) : Optional.<Found>empty())
        .map(found -> reads.open(found.version(), ref));
  }

  @Override
  public <T> Versioned<T> read(Ref<T> ref) {
    Found found = found(ref);
    return core.present(now -> reads.versioned(found.version(), ref, now));
  }

  @Override
  public List<Label> versions(Name name) {
    found(Key.of(name, Object.class));
    List<Label> labels = then(() -> resolver.versions(name, revision));
    return core.present(now -> labels.stream().map(label -> resolver.shown(label, now)).toList());
  }

  @Override
  public Listing list(Query query) {
    return new Lister(core, reader, resolver).list(query.at(position()));
  }

  @Override
  Found found(Ref<?> ref) {
    Version version =
        then(
            () -> {
              requireSightNow(ref);
              return resolver.require(ref, revision);
            });
    return core.present(now -> new Found(version, resolver.shown(version.label(), now)));
  }

  private void requireSightNow(Ref<?> ref) {
    if (!maySeeNow(ref.name())) {
      throw core.present(now -> notFound.of(ref, now));
    }
  }

  /** Rights of now count, too, and those on a name are rights on one life of it. */
  private boolean maySeeNow(Name name) {
    return core.present(now -> lives.allowReading(name, revision, now));
  }

  /** What was then, or {@link org.drystone.registry.CompactedException} if that is not kept. */
  private <R> R then(Supplier<R> reading) {
    while (true) {
      core.revision();
      core.log.requireKept(revision);
      try {
        return reading.get();
      } catch (Behind e) {
        Thread.onSpinWait();
      }
    }
  }
}
