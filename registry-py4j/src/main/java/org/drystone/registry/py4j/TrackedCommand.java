package org.drystone.registry.py4j;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import py4j.Py4JServerConnection;
import py4j.commands.Command;

/** A command whose beginning and end its connection knows. */
record TrackedCommand(Command command, Connection connection) implements Command {

  @Override
  public void execute(String name, BufferedReader reader, BufferedWriter writer)
      throws IOException {
    connection.begin();
    try {
      command.execute(name, reader, writer);
    } finally {
      connection.end();
    }
  }

  @Override
  public String getCommandName() {
    return command.getCommandName();
  }

  @Override
  public void init(py4j.Gateway gateway, Py4JServerConnection server) {
    command.init(gateway, server);
  }
}
