package org.drystone.examples.embedded;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.drystone.registry.Caller;
import org.drystone.registry.Change;
import org.drystone.registry.Hub;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.Retention;
import org.drystone.registry.Right;
import org.drystone.registry.Subscription;

/** The application: it opens the hub, and gives each part a registry that acts for its user. */
public final class DelayService implements AutoCloseable {

  private static final Principal ADA = Principal.user("ada");
  private static final Principal RELEASES = Principal.group("releases");

  private final Hub hub = Hub.create();
  private final Registry ada = hub.as(Caller.of(ADA));
  private final Trainer trainer = new Trainer(ada);
  private final ReleaseDesk releaseDesk =
      new ReleaseDesk(hub.as(Caller.of(Principal.user("grace")).inGroups(Set.of(RELEASES))));
  private final Predictor predictor = new Predictor(hub.as(Caller.of(Principal.user("web"))));

  private DelayService() {}

  /** Opens the service and trains a first model, with the flights that are known so far. */
  public static DelayService open(List<Flight> flights) {
    DelayService service = new DelayService();
    service.observe(flights);
    service.trainer.train();
    service.rule();
    return service;
  }

  /** Who may do what with the models, and how many of them are kept. */
  private void rule() {
    ada.access().grant(Shared.MODEL.name(), RELEASES, Right.WRITE);
    ada.access().shareWithAll(Shared.MODEL.name());
    ada.aliases().protect(Shared.RELEASED, Set.of(RELEASES));
    ada.removals().retain(Shared.MODEL.name(), Retention.keepingLast(10));
  }

  /** Publishes what was flown; a list that somebody could still change is refused. */
  public void observe(List<Flight> flights) {
    hub.registry().publish(Shared.FLIGHTS, flights);
  }

  /** Makes models; acts for Ada. */
  public Trainer trainer() {
    return trainer;
  }

  /** Releases models; acts for Grace. */
  public ReleaseDesk releaseDesk() {
    return releaseDesk;
  }

  /** Answers; acts for somebody who may only read. */
  public Predictor predictor() {
    return predictor;
  }

  /** Tells of each release from now on, in order, on that executor. */
  public Subscription onRelease(Executor executor, Consumer<Change.AliasMoved> listener) {
    return ada.changes()
        .of(Shared.MODEL.name())
        .only(Set.of(Change.AliasMoved.class))
        .to(
            executor,
            commit ->
                commit.changes().stream()
                    .map(Change.AliasMoved.class::cast)
                    .filter(moved -> moved.alias().equals(Shared.RELEASED.alias()))
                    .forEach(listener));
  }

  /** Ends the hub, and with it what waits and listens. */
  @Override
  public void close() {
    hub.close();
  }

  /** A day in the life of the service. */
  public static void main(String... arguments) {
    try (DelayService service = open(List.of(new Flight("UA", 12), new Flight("AA", 3)))) {
      service.onRelease(
          Runnable::run, moved -> System.out.println("released: " + moved.after().orElseThrow()));
      service.releaseDesk().release();
      System.out.println(service.predictor().predict("UA"));

      service.observe(List.of(new Flight("UA", 40), new Flight("AA", 3)));
      service.trainer().train();
      System.out.println(service.predictor().predict("UA") + ", since nobody released the new one");
      service.releaseDesk().release();
      System.out.println(service.predictor().predict("UA"));

      service.releaseDesk().rollBack();
      System.out.println(service.predictor().predict("UA"));
    }
  }
}
