package org.drystone.registry.py4j;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import org.drystone.registry.RegistryException;
import py4j.Protocol;
import py4j.Py4JAuthenticationException;
import py4j.Py4JServerConnection;
import py4j.StringUtil;
import py4j.commands.Command;

/** The only command of a connection until a token was accepted. The token is one raw line. */
record AuthenticationCommand(Connection connection) implements Command {

  @Override
  public void execute(String name, BufferedReader reader, BufferedWriter writer)
      throws IOException {
    String line = reader.readLine();
    try {
      connection.authenticate(line == null ? "" : StringUtil.unescape(line));
    } catch (RegistryException e) {
      writer.write(refusal(e));
      writer.flush();
      throw new Py4JAuthenticationException("The token was refused");
    }
    writer.write(Protocol.getOutputVoidCommand());
    writer.flush();
  }

  /** Py4J's error answer, with an envelope as its text. */
  static String refusal(RegistryException e) {
    return Protocol.getOutputErrorCommand(Envelope.error(e));
  }

  @Override
  public String getCommandName() {
    return Protocol.AUTH_COMMAND_NAME;
  }

  @Override
  public void init(py4j.Gateway gateway, Py4JServerConnection server) {}
}
