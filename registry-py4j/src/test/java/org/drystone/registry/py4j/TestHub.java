package org.drystone.registry.py4j;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.drystone.registry.Hub;
import org.drystone.registry.Principal;
import org.drystone.registry.py4j.spi.GatewayRight;

/**
 * A hub without Spark, as a process, for tests of clients.
 *
 * <p>Arguments: {@code [--port N] [--user NAME].. [--sealed-user NAME].. [--connection-file FILE]}.
 * It writes the connection file, prints {@code ready URL}, answers each line {@code sessions} on
 * its input with one line {@code <id> <user> <right> <connections> <handles>} for each session and
 * an empty line, and ends when its input ends.
 */
public final class TestHub {

  private TestHub() {}

  public static void main(String[] args) throws Exception {
    Users users = Users.create();
    int port = 0;
    Path path = null;
    Map<String, String> tokens = new TreeMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String value = args[i + 1];
      switch (args[i]) {
        case "--port" -> port = Integer.parseInt(value);
        case "--user" -> tokens.put(value, users.add(value, GatewayRight.JVM));
        case "--sealed-user" -> tokens.put(value, users.add(value, GatewayRight.SEALED));
        case "--connection-file" -> path = Path.of(value);
        default -> throw new IllegalArgumentException("unknown option " + args[i]);
      }
    }
    try (Hub hub = Hub.builder().host(Principal.user("host")).open();
        Gateway gateway = builder(hub, path, tokens).users(users).port(port).start()) {
      System.out.println("ready " + gateway.url());
      serve(gateway);
    }
  }

  private static GatewayBuilder builder(Hub hub, Path path, Map<String, String> tokens) {
    if (path == null) {
      return Gateway.on(hub);
    }
    ConnectionFile file = ConnectionFile.at(path);
    for (Map.Entry<String, String> entry : tokens.entrySet()) {
      file = file.token(entry.getKey(), entry.getValue());
    }
    return Gateway.on(hub).connectionFile(file);
  }

  private static void serve(Gateway gateway) throws Exception {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (input.readLine() != null) {
      for (SessionSnapshot session : gateway.sessions()) {
        System.out.printf(
            "%s %s %s %d %d%n",
            session.id(),
            session.user(),
            session.right(),
            session.connections(),
            session.handles());
      }
      System.out.println();
    }
  }
}
