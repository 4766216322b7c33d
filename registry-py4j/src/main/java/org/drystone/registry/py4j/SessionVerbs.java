package org.drystone.registry.py4j;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;

/** The beginning and the end of a client program. */
record SessionVerbs(Session session, Hub hub) {

  static final int PROTOCOL = 1;

  private static final int LOGGED_CHARS = 100;

  Map<String, Verb> table() {
    return Map.of("hello", this::hello, "close", this::close);
  }

  private JsonElement hello(Arguments arguments) {
    int protocol = arguments.optionalInt("protocol").orElse(PROTOCOL);
    if (protocol != PROTOCOL) {
      throw new InvalidArgumentException(
          "The client and the hub do not understand each other",
          "the client speaks protocol " + protocol + ", the hub " + PROTOCOL,
          "Install the version of drystone that belongs to the hub");
    }
    Client client = session.client();
    JsonObject hello = new JsonObject();
    hello.addProperty("protocol", PROTOCOL);
    hello.addProperty("hub", hub.id());
    hello.addProperty("user", client.caller().user().toString());
    hello.addProperty("right", client.right().name().toLowerCase(Locale.ROOT));
    hello.addProperty("session", session.name());
    hello.addProperty("position", client.registry().position().toString());
    addUnlessEmpty(hello, "python", session.extension().pythonVersions());
    Map<String, String> wanted = arguments.textMap("settings");
    addUnlessEmpty(hello, "settings", session.extension().settingsWithoutEffect(wanted));
    arguments.optionalText("client").ifPresent(program -> client.log("It is " + oneLine(program)));
    return hello;
  }

  /** What a client says of itself goes into the hub's log: as one line, and not a long one. */
  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() > LOGGED_CHARS ? line.substring(0, LOGGED_CHARS) + ".." : line;
  }

  private JsonElement close(Arguments arguments) {
    session.askToEnd();
    return JsonNull.INSTANCE;
  }

  private static void addUnlessEmpty(JsonObject json, String key, SortedSet<String> texts) {
    if (!texts.isEmpty()) {
      json.add(key, Json.texts(texts));
    }
  }
}
