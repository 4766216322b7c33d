package org.drystone.registry.py4j;

import java.util.UUID;

/**
 * A failure whose cause is for the hub's log only: the client gets its number.
 *
 * @param number under which the log has it
 */
record Incident(String number) {

  /** Writes the failure into the hub's log under a new number. */
  static Incident logged(Client client, String what, Throwable failure) {
    String number = UUID.randomUUID().toString();
    client.log(what + " failed (incident " + number + ")", failure);
    return new Incident(number);
  }

  /** Says to the client where the cause is. */
  String reason() {
    return "this should not have happened; the hub's log has it as incident " + number;
  }
}
