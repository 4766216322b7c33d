package org.drystone.registry.py4j;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.Commit;
import org.drystone.registry.Label;
import org.drystone.registry.Lifetime;

/** The JSON of labels and commits. */
final class Labels {

  /** Among a label's details, what only a table has. */
  private static final String COLUMNS = "columns";

  private Labels() {}

  static boolean isTable(Label label) {
    return label.details().containsKey(COLUMNS);
  }

  static JsonObject label(Label label) {
    JsonObject json = new JsonObject();
    json.addProperty("name", label.name().toString());
    json.addProperty("version", label.version());
    json.addProperty("revision", label.revision());
    json.add("previous", previous(label));
    json.addProperty("publisher", label.publisher().toString());
    json.addProperty("publishedAt", label.publishedAt().toString());
    json.addProperty("type", label.type());
    json.addProperty("guarantee", label.guarantee().name());
    json.addProperty("evidence", label.evidence());
    json.add("description", Json.text(label.description()));
    json.add("tags", Json.texts(label.tags()));
    json.add("properties", Json.texts(label.properties()));
    json.add("lifetime", label.lifetime().map(Labels::lifetime).orElse(JsonNull.INSTANCE));
    json.add("details", Json.texts(label.details()));
    json.add("parents", Json.texts(label.parents()));
    return json;
  }

  private static JsonElement lifetime(Lifetime lifetime) {
    JsonObject json = new JsonObject();
    json.addProperty("session", lifetime.session().text());
    json.addProperty("grace", lifetime.grace().toString());
    return json;
  }

  static JsonArray labels(List<Label> labels) {
    JsonArray array = new JsonArray(labels.size());
    labels.forEach(label -> array.add(label(label)));
    return array;
  }

  static JsonElement labelOrNull(Optional<Label> label) {
    return label.<JsonElement>map(Labels::label).orElse(JsonNull.INSTANCE);
  }

  static JsonElement commitOrNull(Optional<Commit> commit) {
    return commit.<JsonElement>map(Labels::commit).orElse(JsonNull.INSTANCE);
  }

  private static JsonObject commit(Commit commit) {
    JsonArray changes = new JsonArray();
    commit.changes().forEach(change -> changes.add(ChangeJson.of(change)));
    JsonObject json = new JsonObject();
    json.addProperty("position", commit.position().toString());
    json.addProperty("author", commit.author().toString());
    json.addProperty("time", commit.time().toString());
    json.add("changes", changes);
    return json;
  }

  private static JsonElement previous(Label label) {
    return label.previous().isPresent()
        ? new JsonPrimitive(label.previous().getAsLong())
        : JsonNull.INSTANCE;
  }
}
