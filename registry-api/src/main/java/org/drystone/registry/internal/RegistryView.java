package org.drystone.registry.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.drystone.registry.Access;
import org.drystone.registry.Advice;
import org.drystone.registry.Aliases;
import org.drystone.registry.Caller;
import org.drystone.registry.Changes;
import org.drystone.registry.Claims;
import org.drystone.registry.Computation;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
import org.drystone.registry.Name;
import org.drystone.registry.Position;
import org.drystone.registry.Publication;
import org.drystone.registry.Query;
import org.drystone.registry.Ref;
import org.drystone.registry.Registry;
import org.drystone.registry.Removal;
import org.drystone.registry.Removals;
import org.drystone.registry.Snapshot;
import org.drystone.registry.Status;
import org.drystone.registry.Underway;
import org.drystone.registry.VersionId;
import org.drystone.registry.Versioned;
import org.drystone.registry.internal.access.AccessView;
import org.drystone.registry.internal.aliases.AliasesView;
import org.drystone.registry.internal.claims.ClaimsView;
import org.drystone.registry.internal.claims.Computations;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.publishing.Publisher;
import org.drystone.registry.internal.publishing.Updates;
import org.drystone.registry.internal.reading.AdviceView;
import org.drystone.registry.internal.reading.Found;
import org.drystone.registry.internal.reading.Lister;
import org.drystone.registry.internal.reading.Positions;
import org.drystone.registry.internal.removal.RemovalsView;
import org.drystone.registry.internal.removal.Remover;
import org.drystone.registry.internal.removal.Restorer;
import org.drystone.registry.internal.rights.Reader;
import org.drystone.registry.internal.time.Deadline;
import org.drystone.registry.internal.watching.Arrival;
import org.drystone.registry.internal.watching.ChangeFeed;

/** The registry as one caller sees it. Holds no state but the caller. */
final class RegistryView extends ReaderView implements Registry {

  private final Publisher publisher;
  private final AdviceView advice;

  RegistryView(Core core, Caller caller) {
    super(core, new Reader(caller, core.host, core.sessions.of(caller)));
    this.publisher = new Publisher(core, reader);
    this.advice = new AdviceView(core, reader, resolver);
  }

  @Override
  public Position position() {
    return core.position(core.revision());
  }

  @Override
  public <T> Label publish(Key<T> key, T value, UnaryOperator<Publication> with) {
    Publication publication = with.apply(Publication.plain());
    for (VersionId parent : publication.parents()) {
      found(parent.ref());
    }
    Label label = publisher.publish(key, value, publication);
    return core.present(revision -> resolver.shown(label, revision));
  }

  @Override
  public <T> T get(Ref<T> ref) {
    return ref instanceof Key<T> key
        ? reads.openLatest(core.present(revision -> resolver.requireEntry(key, revision)), key)
        : reads.open(core.present(revision -> resolver.require(ref, revision)), ref);
  }

  @Override
  public <T> Optional<T> find(Ref<T> ref) {
    return core.present(revision -> Optional.ofNullable(resolver.find(ref, revision)))
        .map(version -> reads.open(version, ref));
  }

  @Override
  public <T> Versioned<T> read(Ref<T> ref) {
    return core.present(
        revision -> reads.versioned(resolver.require(ref, revision), ref, revision));
  }

  @Override
  public List<Label> versions(Name name) {
    return core.present(revision -> resolver.versions(name, revision));
  }

  @Override
  public Status status(Ref<?> ref) {
    return core.present(revision -> advice.status(ref, revision));
  }

  @Override
  public Listing list(Query query) {
    return new Lister(core, reader, resolver).list(query);
  }

  @Override
  public List<Underway> underway() {
    return core.present(this::underway);
  }

  private List<Underway> underway(long revision) {
    return core.underway().stream()
        .filter(underway -> core.canRead(reader, underway.name(), revision))
        .toList();
  }

  @Override
  public Optional<Label> await(Ref<?> ref, Duration limit) throws InterruptedException {
    return Arrival.of(core, resolver, ref).await(Deadline.in(limit));
  }

  @Override
  public Optional<Label> await(Ref<?> ref, VersionId newerThan, Duration limit)
      throws InterruptedException {
    return Arrival.of(core, resolver, ref, newerThan).await(Deadline.in(limit));
  }

  @Override
  Found found(Ref<?> ref) {
    return core.present(revision -> resolver.requireFound(ref, revision));
  }

  @Override
  public Position unpublish(Name name, UnaryOperator<Removal> how) {
    return new Remover(core, reader).remove(name, how.apply(Removal.plain()));
  }

  @Override
  public Position unpublish(VersionId version, UnaryOperator<Removal> how) {
    return new Remover(core, reader).remove(version, how.apply(Removal.plain()));
  }

  @Override
  public List<Label> restore(Name name) {
    return new Restorer(core, reader).restore(name);
  }

  @Override
  public Label restore(VersionId version) {
    return new Restorer(core, reader).restore(version);
  }

  @Override
  public <T> Label update(Key<T> key, UnaryOperator<T> change, UnaryOperator<Publication> with) {
    return new Updates(this).update(key, change, with);
  }

  @Override
  public Snapshot at(Position position) {
    return new SnapshotView(core, reader, Positions.keptRevision(core, position));
  }

  @Override
  public Snapshot at(Instant time) {
    return new SnapshotView(core, reader, Positions.revisionAt(core, time));
  }

  @Override
  public Removals removals() {
    return new RemovalsView(core, reader);
  }

  @Override
  public Changes changes() {
    return new ChangeFeed(core, reader);
  }

  @Override
  public <T, E extends Exception> T getOrCompute(
      Key<T> key, Computation<T, E> computation, UnaryOperator<Publication> with, Duration limit)
      throws E {
    Publication publication = with.apply(Publication.plain());
    return new Computations(core, reader).getOrCompute(key, computation, publication, limit);
  }

  @Override
  public Claims claims() {
    return new ClaimsView(core, reader, null);
  }

  @Override
  public Aliases aliases() {
    return new AliasesView(core, reader, resolver);
  }

  @Override
  public Advice advice() {
    return advice;
  }

  @Override
  public Access access() {
    return new AccessView(core, reader);
  }
}
