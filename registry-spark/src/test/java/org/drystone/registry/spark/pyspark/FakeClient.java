package org.drystone.registry.spark.pyspark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.drystone.registry.Caller;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.SessionId;
import org.drystone.registry.py4j.spi.ClientSession;
import org.drystone.registry.py4j.spi.GatewayRight;

/** A client program as the gateway would announce it. */
final class FakeClient implements ClientSession {

  private static final AtomicLong COUNT = new AtomicLong();

  final List<String> log = new CopyOnWriteArrayList<>();
  private final Caller caller;
  private final Optional<Long> process;

  private FakeClient(String user, Optional<Long> process) {
    this.caller =
        Caller.of(Principal.user(user)).inSession(new SessionId("s" + COUNT.incrementAndGet()));
    this.process = process;
  }

  static FakeClient of(String user) {
    return new FakeClient(user, Optional.of(1L));
  }

  static FakeClient ofUnknownProcess(String user) {
    return new FakeClient(user, Optional.empty());
  }

  @Override
  public Caller caller() {
    return caller;
  }

  @Override
  public Registry registry() {
    throw new UnsupportedOperationException("attaching needs no registry");
  }

  @Override
  public GatewayRight right() {
    return GatewayRight.JVM;
  }

  @Override
  public void log(String message) {
    log.add(message);
  }

  @Override
  public Optional<Long> peerProcess() {
    return process;
  }
}
