package org.drystone.registry.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.drystone.registry.Access;
import org.drystone.registry.Caller;
import org.drystone.registry.Changes;
import org.drystone.registry.Export;
import org.drystone.registry.Hold;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
import org.drystone.registry.Name;
import org.drystone.registry.Position;
import org.drystone.registry.Publication;
import org.drystone.registry.Query;
import org.drystone.registry.Ref;
import org.drystone.registry.Registry;
import org.drystone.registry.TypeMismatchException;
import org.drystone.registry.Underway;
import org.drystone.registry.VersionId;
import org.drystone.registry.Versioned;
import org.drystone.registry.spi.ValueAdapter;

/** The registry as one caller sees it. Holds no state but the caller. */
final class RegistryView implements Registry {

  private final Core core;
  private final Reader reader;
  private final Resolver resolver;
  private final Publisher publisher;

  RegistryView(Core core, Caller caller) {
    this.core = core;
    this.reader = new Reader(caller, core.host);
    this.resolver = new Resolver(core, reader);
    this.publisher = new Publisher(core, reader);
  }

  @Override
  public Caller caller() {
    return reader.caller();
  }

  @Override
  public Position position() {
    return core.position(core.revision());
  }

  @Override
  public <T> Label publish(Key<T> key, T value, UnaryOperator<Publication> with) {
    Publication publication = with.apply(Publication.plain());
    long revision = core.revision();
    for (VersionId parent : publication.parents()) {
      resolver.require(parent.ref(), revision);
    }
    Label label = publisher.publish(key, value, publication);
    return resolver.shown(label, label.revision());
  }

  @Override
  public <T> T get(Ref<T> ref) {
    return resolver.require(ref, core.revision()).open(ref, reader.caller());
  }

  @Override
  public <T> Optional<T> find(Ref<T> ref) {
    return Optional.ofNullable(resolver.find(ref, core.revision()))
        .map(version -> version.open(ref, reader.caller()));
  }

  @Override
  public <T> Versioned<T> read(Ref<T> ref) {
    long revision = core.revision();
    Version version = resolver.require(ref, revision);
    Label label = resolver.shown(version.label(), revision);
    return new Versioned<>(version.open(ref, reader.caller()), label);
  }

  @Override
  public <T> Hold<T> hold(Ref<T> ref) {
    long revision = core.revision();
    Version version = resolver.require(ref, revision);
    return SharedHold.of(version, ref, reader.caller(), resolver.shown(version.label(), revision));
  }

  @Override
  public Label describe(Ref<?> ref) {
    long revision = core.revision();
    return resolver.shown(resolver.require(ref, revision).label(), revision);
  }

  @Override
  public List<Label> versions(Name name) {
    return resolver.versions(name, core.revision());
  }

  @Override
  public Listing list(Query query) {
    return new Lister(core, resolver).list(query);
  }

  @Override
  public List<Underway> underway() {
    long revision = core.revision();
    return core.reservations.list().stream()
        .filter(reservation -> core.canRead(reader, reservation.name(), revision))
        .map(Reservation::underway)
        .toList();
  }

  @Override
  public Optional<Label> await(Ref<?> ref, Duration limit) throws InterruptedException {
    long left = CommitLog.nanos(limit);
    while (true) {
      long revision = core.revision();
      Version version = resolver.find(ref, revision);
      if (version != null) {
        return Optional.of(resolver.shown(version.label(), revision));
      }
      if (left <= 0) {
        return Optional.empty();
      }
      left = core.log.awaitAfter(revision, left, CommitLog.Stop.never());
    }
  }

  @Override
  public Export export(Ref<?> ref) {
    Label label = describe(ref);
    Version version = resolver.require(label.id().ref(), core.revision());
    ValueAdapter.Exported exported =
        version.data().export().orElseThrow(() -> notExportable(ref, label));
    return new Export(label, exported.mediaType(), exported.parts());
  }

  private static TypeMismatchException notExportable(Ref<?> ref, Label label) {
    return new TypeMismatchException(
        ref + " has no stored bytes",
        "it is of " + label.type() + ", which lives only in the memory of the hub",
        "Read the value itself");
  }

  @Override
  public Changes changes() {
    return new ChangeFeed(core, reader);
  }

  @Override
  public Access access() {
    return new AccessView(core, reader);
  }
}
