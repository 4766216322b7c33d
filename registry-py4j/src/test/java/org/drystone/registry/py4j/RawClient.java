package org.drystone.registry.py4j;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import py4j.StringUtil;

/** A client that speaks Py4J's lines by itself, so that tests can say everything, also nonsense. */
final class RawClient implements AutoCloseable {

  static final String ACCEPTED = "!yv";

  private final Socket socket;
  private final InputStream input;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
    input = new BufferedInputStream(socket.getInputStream());
  }

  /** A connection whose token was accepted. */
  static RawClient connect(Gateway gateway, String token) throws IOException {
    RawClient client = new RawClient(gateway.port());
    String answer = client.ask("A", token);
    if (!ACCEPTED.equals(answer)) {
      client.close();
      throw new IOException("refused: " + answer);
    }
    return client;
  }

  /** Sends lines without waiting for an answer. */
  void send(String... lines) throws IOException {
    String text = String.join("\n", lines) + "\n";
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** The next line of the answer; null at the end of the connection. */
  String answer() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = input.read();
    while (b >= 0 && b != '\n') {
      line.write(b);
      b = input.read();
    }
    return b < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
  }

  String ask(String... lines) throws IOException {
    send(lines);
    return answer();
  }

  /**
   * Calls a method; each argument as on the wire, such as {@code stext}, {@code i5} or {@code ro1}.
   */
  String call(String target, String method, String... arguments) throws IOException {
    sendCall(target, method, arguments);
    return answer();
  }

  void sendCall(String target, String method, String... arguments) throws IOException {
    send("c", target, method);
    for (String argument : arguments) {
      send(argument);
    }
    send("e");
  }

  void sendVerb(String verb, String arguments) throws IOException {
    sendCall("drystone", "call", "s" + verb, "s" + StringUtil.escape(arguments));
  }

  /** The envelope of a verb; arguments in JSON with single quotes. */
  JsonObject verb(String verb, String arguments) throws IOException {
    sendVerb(verb, arguments.replace('\'', '"'));
    return envelope();
  }

  JsonObject envelope() throws IOException {
    return envelope(answer());
  }

  static JsonObject envelope(String answer) {
    String text = StringUtil.unescape(answer.substring("!ys".length()));
    return JsonParser.parseString(text).getAsJsonObject();
  }

  /** The result of a verb that must succeed. */
  JsonElement ok(String verb, String arguments) throws IOException {
    JsonObject envelope = verb(verb, arguments);
    if (!envelope.has("ok")) {
      throw new AssertionError(envelope);
    }
    return envelope.get("ok");
  }

  /** The code of a verb that must fail. */
  String error(String verb, String arguments) throws IOException {
    JsonObject envelope = verb(verb, arguments);
    if (!envelope.has("error")) {
      throw new AssertionError(envelope);
    }
    return envelope.getAsJsonObject("error").get("code").getAsString();
  }

  /** Makes an object in the JVM. */
  String construct(String className) throws IOException {
    return ask("i", className, "e");
  }

  /** Everything that follows, up to the end of the connection. */
  byte[] rest() throws IOException {
    return input.readAllBytes();
  }

  byte[] bytes(int count) throws IOException {
    return input.readNBytes(count);
  }

  /** Goes away without a word, as a killed program does. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
