package org.drystone.registry.py4j;

import java.time.Duration;

/**
 * The limits of a gateway.
 *
 * @param greeting how long a connection may take to show its token
 * @param strangers how many connections may be there without having shown one
 * @param sessions how many sessions a user may have at once
 * @param connections how many connections a session may have at once
 * @param greetingLine the longest line before the token was accepted, in bytes
 * @param line the longest line after it, in bytes
 * @param lease how long a session outlives its last connection where its process cannot be seen
 * @param sweep how often sessions and strangers are looked after
 * @param drain how long commands may take to end by themselves when the gateway closes
 * @param cancel how long cancelled ones may take
 */
record Limits(
    Duration greeting,
    int strangers,
    int sessions,
    int connections,
    int greetingLine,
    int line,
    Duration lease,
    Duration sweep,
    Duration drain,
    Duration cancel) {

  private static final int MEBIBYTE = 1 << 20;

  static final Limits DEFAULT =
      new Limits(
          Duration.ofSeconds(10),
          64,
          200,
          500,
          4096,
          256 * MEBIBYTE,
          Duration.ofSeconds(5),
          Duration.ofMillis(500),
          Duration.ofSeconds(10),
          Duration.ofSeconds(3));

  Limits withGreeting(Duration greeting, int strangers) {
    return new Limits(
        greeting,
        strangers,
        sessions,
        connections,
        greetingLine,
        line,
        lease,
        sweep,
        drain,
        cancel);
  }

  Limits withSessions(int sessions) {
    return new Limits(
        greeting,
        strangers,
        sessions,
        connections,
        greetingLine,
        line,
        lease,
        sweep,
        drain,
        cancel);
  }

  Limits withConnections(int connections) {
    return new Limits(
        greeting,
        strangers,
        sessions,
        connections,
        greetingLine,
        line,
        lease,
        sweep,
        drain,
        cancel);
  }

  Limits withLease(Duration lease, Duration sweep) {
    return new Limits(
        greeting,
        strangers,
        sessions,
        connections,
        greetingLine,
        line,
        lease,
        sweep,
        drain,
        cancel);
  }

  Limits withDrain(Duration drain, Duration cancel) {
    return new Limits(
        greeting,
        strangers,
        sessions,
        connections,
        greetingLine,
        line,
        lease,
        sweep,
        drain,
        cancel);
  }
}
