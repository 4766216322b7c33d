package org.drystone.registry.py4j;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import py4j.Protocol;
import py4j.commands.AbstractCommand;
import py4j.commands.CallCommand;

/** Py4J's call command, with arguments that are looked at before Py4J makes objects of them. */
final class SessionCallCommand extends AbstractCommand {

  private final SessionGateway session;

  SessionCallCommand(SessionGateway session) {
    this.session = session;
    commandName = CallCommand.CALL_COMMAND_NAME;
  }

  @Override
  public void execute(String name, BufferedReader reader, BufferedWriter writer)
      throws IOException {
    String targetId = reader.readLine();
    String method = reader.readLine();
    writer.write(
        Protocol.getOutputCommand(
            session.invokeEncoded(method, targetId, getStringArguments(reader))));
    writer.flush();
  }
}
