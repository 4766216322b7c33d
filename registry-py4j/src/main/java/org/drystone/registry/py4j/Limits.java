package org.drystone.registry.py4j;

import java.time.Duration;
import org.immutables.value.Value;

/** The limits of a gateway. Immutable. */
@Value.Immutable
@Value.Style(jdkOnly = true, visibility = Value.Style.ImplementationVisibility.PACKAGE)
interface Limits {

  /** The limits of a gateway that is told no others. */
  static Limits defaults() {
    return ImmutableLimits.builder().build();
  }

  /** How long a connection may take to show its token. */
  @Value.Default
  default Duration greeting() {
    return Duration.ofSeconds(10);
  }

  /** How many connections may be there without having shown one. */
  @Value.Default
  default int strangers() {
    return 64;
  }

  /** How many sessions a user may have at once. */
  @Value.Default
  default int sessions() {
    return 200;
  }

  /** How many connections a session may have at once. */
  @Value.Default
  default int connections() {
    return 500;
  }

  /** The longest line before the token was accepted, in bytes. */
  @Value.Default
  default int greetingLine() {
    return 4096;
  }

  /** The longest line after it, in bytes. */
  @Value.Default
  default int line() {
    return 256 << 20;
  }

  /** How long a session outlives its last connection where its process cannot be seen. */
  @Value.Default
  default Duration lease() {
    return Duration.ofSeconds(5);
  }

  /** How often sessions and strangers are looked after. */
  @Value.Default
  default Duration sweep() {
    return Duration.ofMillis(500);
  }

  /** How long commands may take to end by themselves when the gateway closes. */
  @Value.Default
  default Duration drain() {
    return Duration.ofSeconds(10);
  }

  /** How long cancelled ones may take. */
  @Value.Default
  default Duration cancel() {
    return Duration.ofSeconds(3);
  }

  /** As these, but for {@link #sessions()}. */
  Limits withSessions(int sessions);

  /** As these, but for {@link #connections()}. */
  Limits withConnections(int connections);

  /** As these, but for {@link #greeting()} and {@link #strangers()}. */
  default Limits withGreeting(Duration greeting, int strangers) {
    return ImmutableLimits.copyOf(this).withGreeting(greeting).withStrangers(strangers);
  }

  /** As these, but for {@link #lease()} and {@link #sweep()}. */
  default Limits withLease(Duration lease, Duration sweep) {
    return ImmutableLimits.copyOf(this).withLease(lease).withSweep(sweep);
  }

  /** As these, but for {@link #drain()} and {@link #cancel()}. */
  default Limits withDrain(Duration drain, Duration cancel) {
    return ImmutableLimits.copyOf(this).withDrain(drain).withCancel(cancel);
  }
}
