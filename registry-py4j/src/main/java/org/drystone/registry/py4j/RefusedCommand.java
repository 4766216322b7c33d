package org.drystone.registry.py4j;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import py4j.Protocol;
import py4j.commands.AbstractCommand;

/** A command of Py4J that is not open to this user: read to its end, never looked at. */
final class RefusedCommand extends AbstractCommand {

  RefusedCommand(String name) {
    commandName = name;
  }

  @Override
  public void execute(String name, BufferedReader reader, BufferedWriter writer)
      throws IOException {
    getStringArguments(reader);
    writer.write(
        Protocol.getOutputErrorCommand(
            "Reflection, constructors, fields and arrays are not open to sealed users"));
    writer.flush();
  }
}
