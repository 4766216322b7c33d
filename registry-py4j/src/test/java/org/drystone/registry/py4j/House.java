package org.drystone.registry.py4j;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.drystone.registry.Hub;
import org.drystone.registry.Principal;
import org.drystone.registry.py4j.spi.GatewayRight;

/** A hub with a gateway and three users: ada and grace with the right jvm, bob sealed. */
final class House implements AutoCloseable {

  static final Limits QUICK =
      Limits.defaults()
          .withLease(Duration.ofMillis(50), Duration.ofMillis(10))
          .withDrain(Duration.ofSeconds(10), Duration.ofSeconds(5));

  /** Limits under which no session ends by itself. */
  static final Limits PATIENT =
      Limits.defaults().withLease(Duration.ofHours(1), Duration.ofHours(1));

  private final Map<String, String> tokens = new HashMap<>();
  private final Hub hub;
  private final Gateway gateway;

  House() {
    this(builder -> builder);
  }

  House(UnaryOperator<GatewayBuilder> with) {
    this(Hub.builder().host(Principal.user("host")).open(), with);
  }

  House(Hub hub, UnaryOperator<GatewayBuilder> with) {
    this.hub = hub;
    Users users = Users.create();
    tokens.put("ada", users.add("ada", GatewayRight.JVM));
    tokens.put("grace", users.add("grace", GatewayRight.JVM));
    tokens.put("bob", users.add("bob", GatewayRight.SEALED));
    GatewayBuilder builder = Gateway.on(hub).port(0).users(users).limits(PATIENT);
    gateway = with.apply(builder.peers(socket -> Optional.empty())).start();
  }

  Hub hub() {
    return hub;
  }

  Gateway gateway() {
    return gateway;
  }

  String token(String user) {
    return tokens.get(user);
  }

  /** A connection of that user's program: those with the same program name are in one session. */
  RawClient client(String user, String program) throws java.io.IOException {
    return RawClient.connect(gateway, token(user) + "." + program);
  }

  RawClient client(String user) throws java.io.IOException {
    return client(user, "program");
  }

  @Override
  public void close() {
    gateway.close();
    hub.close();
  }
}
