package org.drystone.registry.internal.underway;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.drystone.registry.Name;

/** The publications that are being frozen now. */
public final class Reservations {

  private final Set<Reservation> open = ConcurrentHashMap.newKeySet();

  public void add(Reservation reservation) {
    open.add(reservation);
  }

  public void remove(Reservation reservation) {
    open.remove(reservation);
  }

  public List<Reservation> list() {
    return List.copyOf(open);
  }

  /** Cancels the publications of that name for which the test holds: they can no longer succeed. */
  public void cancelIf(Name name, Predicate<Reservation> hopeless, String reason) {
    for (Reservation reservation : open) {
      if (reservation.name().equals(name) && hopeless.test(reservation)) {
        reservation.cancel(reason);
      }
    }
  }

  public void cancelAll(String reason) {
    open.forEach(reservation -> reservation.cancel(reason));
  }
}
