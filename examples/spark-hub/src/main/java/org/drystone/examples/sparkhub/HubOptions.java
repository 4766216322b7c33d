package org.drystone.examples.sparkhub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidNameException;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.py4j.ConnectionFile;
import org.drystone.registry.py4j.Gateway;
import org.drystone.registry.py4j.GatewayBuilder;
import org.drystone.registry.py4j.Users;
import org.drystone.registry.py4j.spi.GatewayRight;

/** What the command line asks for, checked as far as that is possible before anything starts. */
record HubOptions(
    int port,
    Map<Principal, GatewayRight> users,
    List<TableOption> tables,
    Optional<Path> connectionFile) {

  /** One line for each option. */
  static final String USAGE =
      """
      examples/hub: a Spark driver that its users share.
        --port N                 listen there on the loopback address; 0 takes any free port (default: 25333)
        --user NAME              a user who may use the whole JVM, as PySpark needs; repeatable
                                 (default: the user of the operating system, if no user is given)
        --sealed-user NAME       a user who may only use what was published; repeatable
        --table NAME=PATH        publish a Parquet file, or a CSV file with a header; repeatable
        --connection-file FILE   write the address and the users' tokens there
                                 (default: where drystone.connect() looks for it)
        --help                   print this
      """;

  /** A gateway into that hub, with these users; their tokens go into the connection file. */
  GatewayBuilder gateway(Hub hub) {
    Users accounts = Users.create();
    ConnectionFile file =
        connectionFile.map(ConnectionFile::at).orElseGet(ConnectionFile::atDefaultPath);
    for (Map.Entry<Principal, GatewayRight> user : users.entrySet()) {
      String token = accounts.add(user.getKey(), Set.of(), user.getValue());
      file = file.token(user.getKey().name(), token);
    }
    return Gateway.on(hub).port(port).users(accounts).connectionFile(file);
  }

  /**
   * Reads a command line.
   *
   * @throws UsageException if it cannot be followed
   */
  static HubOptions parse(List<String> commandLine) {
    Parser parser = new Parser();
    Arguments arguments = new Arguments(commandLine);
    while (arguments.hasNext()) {
      parser.take(arguments.next(), arguments);
    }
    return parser.options();
  }

  /** Collects options one by one. */
  private static final class Parser {

    private static final int MAX_PORT = 65535;

    private final Map<Principal, GatewayRight> users = new LinkedHashMap<>();
    private final Map<Name, TableOption> tables = new LinkedHashMap<>();
    private int port = GatewayBuilder.DEFAULT_PORT;
    private Optional<Path> connectionFile = Optional.empty();

    void take(String option, Arguments arguments) {
      switch (option) {
        case "--port" -> port = port(arguments.valueOf(option));
        case "--user" -> user(arguments.valueOf(option), GatewayRight.JVM);
        case "--sealed-user" -> user(arguments.valueOf(option), GatewayRight.SEALED);
        case "--table" -> table(TableOption.parse(arguments.valueOf(option)));
        case "--connection-file" ->
            connectionFile = Optional.of(Path.of(arguments.valueOf(option)).toAbsolutePath());
        default -> throw new UsageException("unknown option " + option + "; --help lists them");
      }
    }

    HubOptions options() {
      if (users.isEmpty()) {
        user(System.getProperty("user.name"), GatewayRight.JVM);
      }
      requireFree(port);
      return new HubOptions(port, users, List.copyOf(tables.values()), connectionFile);
    }

    private static int port(String text) {
      if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MAX_PORT) {
        throw new UsageException("--port " + text + ": a number from 0 to 65535 is needed");
      }
      return Integer.parseInt(text);
    }

    /** The gateway would find out too, but only when Spark has started and read the tables. */
    private static void requireFree(int port) {
      try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        probe.getLocalPort();
      } catch (IOException e) {
        throw new UsageException(
            "port "
                + port
                + " cannot be used: "
                + e.getMessage()
                + "; --port 0 takes any free one");
      }
    }

    private void user(String text, GatewayRight right) {
      if (users.put(user(text), right) != null) {
        throw new UsageException("the user " + text + " is named twice");
      }
    }

    private static Principal user(String text) {
      try {
        return Principal.user(text);
      } catch (InvalidNameException bad) {
        throw new UsageException("the user \"" + text + "\" cannot be: " + bad.reason());
      }
    }

    private void table(TableOption table) {
      if (tables.put(table.name(), table) != null) {
        throw new UsageException("--table: " + table.name() + " is named twice");
      }
    }
  }
}
