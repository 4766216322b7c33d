package org.drystone.registry.py4j;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import py4j.Protocol;
import py4j.Py4JException;
import py4j.ReturnObject;
import py4j.commands.AbstractCommand;
import py4j.commands.StreamCommand;

/**
 * Py4J's stream command with a buffer of more than a page. When the source fails in the middle, the
 * connection is broken, since anything else would look to the client like more of the data.
 */
final class BulkStreamCommand extends AbstractCommand {

  private static final int BUFFER_BYTES = 256 * 1024;

  private final Session session;
  private final Connection owner;

  BulkStreamCommand(Session session, Connection owner) {
    this.session = session;
    this.owner = owner;
    commandName = StreamCommand.STREAM_COMMAND_NAME;
  }

  @Override
  public void execute(String name, BufferedReader reader, BufferedWriter writer)
      throws IOException {
    String targetId = reader.readLine();
    String method = reader.readLine();
    ReturnObject answer =
        session.gateway().invokeEncoded(method, targetId, getStringArguments(reader));
    if (answer.isError()) {
      write(writer, Protocol.getOutputCommand(answer));
    } else if (answer.isReference()
        && gateway.getObject(answer.getName()) instanceof ReadableByteChannel channel) {
      gateway.deleteObject(answer.getName());
      write(writer, Protocol.getOutputVoidCommand());
      copy(channel);
    } else {
      if (answer.getName() != null) {
        gateway.deleteObject(answer.getName()); // The client never learns of it.
      }
      write(writer, Protocol.getOutputErrorCommand(method + " gives no stream of bytes"));
    }
  }

  private static void write(BufferedWriter writer, String answer) throws IOException {
    writer.write(answer);
    writer.flush();
  }

  private void copy(ReadableByteChannel channel) throws IOException {
    try (channel) {
      OutputStream out = connection.getSocket().getOutputStream();
      session.commands().run(() -> copy(channel, out));
    } catch (Exception e) {
      session.client().log("A stream broke off: " + e);
      owner.shutdown(true);
      throw new Py4JException("The stream broke off", e);
    }
  }

  private static Long copy(ReadableByteChannel channel, OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    long copied = 0;
    while (channel.read(buffer) >= 0) {
      out.write(buffer.array(), 0, buffer.position());
      copied += buffer.position();
      buffer.clear();
    }
    return copied;
  }
}
