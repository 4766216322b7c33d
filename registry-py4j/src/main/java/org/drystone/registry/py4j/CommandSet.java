package org.drystone.registry.py4j;

import java.util.List;
import py4j.commands.ArrayCommand;
import py4j.commands.ConstructorCommand;
import py4j.commands.DirCommand;
import py4j.commands.ExceptionCommand;
import py4j.commands.FieldCommand;
import py4j.commands.HelpPageCommand;
import py4j.commands.JVMViewCommand;
import py4j.commands.ListCommand;
import py4j.commands.MemoryCommand;
import py4j.commands.ReflectionCommand;

/** What a connection of that session may say. */
record CommandSet(Session session) {

  /** What sealed users may not do; unlike an unknown command it leaves the connection usable. */
  private static final List<String> REFUSED =
      List.of(
          ArrayCommand.ARRAY_COMMAND_NAME,
          ConstructorCommand.CONSTRUCTOR_COMMAND_NAME,
          DirCommand.DIR_COMMAND_NAME,
          ExceptionCommand.EXCEPTION_COMMAND_NAME,
          FieldCommand.FIELD_COMMAND_NAME,
          HelpPageCommand.HELP_COMMAND_NAME,
          JVMViewCommand.JVMVIEW_COMMAND_NAME,
          ListCommand.LIST_COMMAND_NAME,
          ReflectionCommand.REFLECTION_COMMAND_NAME);

  /** Gives the connection its commands. Runs on the connection's thread. */
  void installOn(Connection connection) {
    SessionGateway gateway = session.gateway();
    if (gateway instanceof JvmGateway jvm) {
      connection.installPy4J(jvm);
      jvm.pin(connection);
    } else {
      REFUSED.forEach(name -> connection.install(gateway, new RefusedCommand(name)));
    }
    connection.install(gateway, new MemoryCommand());
    connection.install(gateway, new SessionCallCommand(gateway));
    connection.install(gateway, new BulkStreamCommand(session, connection));
    connection.trackAll();
  }
}
