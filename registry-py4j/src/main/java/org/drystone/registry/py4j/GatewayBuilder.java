package org.drystone.registry.py4j;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.py4j.spi.ClientSession;
import org.drystone.registry.py4j.spi.GatewayExtension;
import org.drystone.registry.py4j.spi.GatewayRight;
import org.jspecify.annotations.Nullable;

/** Configures a {@link Gateway}. Not safe for use by several threads at once. */
public final class GatewayBuilder {

  /** The port of Py4J's own gateways. */
  public static final int DEFAULT_PORT = 25333;

  private static final int MAX_PORT = 65535;

  private final Hub hub;
  private final Set<Class<?>> allowed = new HashSet<>();
  private final List<ConnectionFile> files = new ArrayList<>();
  private int port = DEFAULT_PORT;
  private InetAddress address = InetAddress.getLoopbackAddress();
  private Optional<String> reasonWithoutTls = Optional.empty();
  private @Nullable Users users;
  private GatewayExtension extension = session -> new NoExtension();
  private Function<? super Session, ?> entryPoints = DefaultEntryPoint::new;
  private Peers peers = new ProcPeers();
  private Limits limits = Limits.defaults();

  GatewayBuilder(Hub hub) {
    this.hub = hub;
  }

  /**
   * The port to listen on; 0 for any that is free. {@value #DEFAULT_PORT} by default.
   *
   * @throws InvalidArgumentException if there is no such port
   */
  public GatewayBuilder port(int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new InvalidArgumentException(
          "The gateway cannot listen on port " + port,
          "ports are 0 to " + MAX_PORT,
          "Use a free port, or 0 for any");
    }
    this.port = port;
    return this;
  }

  /** The address to listen on; the loopback address by default. */
  public GatewayBuilder address(InetAddress address) {
    this.address = address;
    return this;
  }

  /**
   * Allows an address beyond loopback although tokens and data then cross the network readably.
   *
   * @param reason why that is acceptable here; it goes into the log
   */
  public GatewayBuilder withoutTls(String reason) {
    this.reasonWithoutTls = Optional.of(reason);
    return this;
  }

  /**
   * Who may come in. By default the user that the hub itself acts for, sealed, whose token is
   * written to {@link ConnectionFile#atDefaultPath()}.
   */
  public GatewayBuilder users(Users users) {
    this.users = users;
    return this;
  }

  /**
   * The object that clients find as {@code entry_point}, the same for all of them. By default each
   * has its own with {@code getDataFrame} and {@code saveDataFrame}. Its public methods are open to
   * sealed users.
   */
  public GatewayBuilder entryPoint(Object entryPoint) {
    this.entryPoints = session -> entryPoint;
    return this;
  }

  /**
   * As {@link #entryPoint}, with one for each session: made for that client, from the entry point
   * that it would have by default.
   */
  public GatewayBuilder entryPointPerSession(
      BiFunction<? super ClientSession, ? super DefaultEntryPoint, ?> entryPoints) {
    this.entryPoints =
        session -> entryPoints.apply(session.client(), new DefaultEntryPoint(session));
    return this;
  }

  /** The engine's part, such as the one that lets PySpark attach. */
  public GatewayBuilder extension(GatewayExtension extension) {
    this.extension = extension;
    return this;
  }

  /**
   * Opens types to sealed users: all public methods that these classes and interfaces have, on
   * objects that the entry point gives out. Allow immutable types only.
   */
  public GatewayBuilder allow(Class<?>... types) {
    allowed.addAll(Arrays.asList(types));
    return this;
  }

  /** A file to write for clients; may be given more than once, for several users. */
  public GatewayBuilder connectionFile(ConnectionFile file) {
    files.add(file);
    return this;
  }

  GatewayBuilder limits(Limits limits) {
    this.limits = limits;
    return this;
  }

  GatewayBuilder peers(Peers peers) {
    this.peers = peers;
    return this;
  }

  /**
   * Starts a gateway; may be called again for another one.
   *
   * @throws org.drystone.registry.UnavailableException if the port is in use, or a connection file
   *     cannot be written
   * @throws InvalidArgumentException if the address is beyond loopback and {@link #withoutTls} was
   *     not said
   */
  public Gateway start() {
    checkAddress();
    return users == null ? startForHost() : start(users, files);
  }

  private Gateway startForHost() {
    Users host = Users.create();
    var user = hub.registry().caller().user();
    String token = host.add(user, Set.of(), GatewayRight.SEALED);
    List<ConnectionFile> withDefault = new ArrayList<>(files);
    withDefault.add(ConnectionFile.atDefaultPath().token(user.name(), token));
    return start(host, withDefault);
  }

  private Gateway start(Users users, List<ConnectionFile> files) {
    GatewaySettings settings =
        new GatewaySettings(hub, users, extension, entryPoints, Set.copyOf(allowed), peers, limits);
    return Gateway.start(address, port, settings, List.copyOf(files));
  }

  private void checkAddress() {
    if (address.isLoopbackAddress()) {
      return;
    }
    if (reasonWithoutTls.isEmpty()) {
      throw new InvalidArgumentException(
          "The gateway was not started on " + address.getHostAddress(),
          "beyond the loopback address, tokens and data would cross the network readably",
          "Listen on the loopback address, or accept it with withoutTls(reason)");
    }
    System.getLogger(Gateway.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "The gateway listens on {0} without TLS: {1}",
            address.getHostAddress(),
            reasonWithoutTls.get());
  }
}
