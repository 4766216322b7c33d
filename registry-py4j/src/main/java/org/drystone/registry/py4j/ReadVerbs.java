package org.drystone.registry.py4j;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
import org.drystone.registry.Name;
import org.drystone.registry.Query;
import org.drystone.registry.Ref;
import org.drystone.registry.Registry;
import org.drystone.registry.Underway;
import org.drystone.registry.Versioned;

/** What is there. */
record ReadVerbs(Registry registry) {

  Map<String, Verb> table() {
    return Map.of(
        "get", this::get,
        "describe", this::describe,
        "versions", this::versions,
        "list", this::list,
        "underway", this::underway);
  }

  private JsonElement get(Arguments arguments) {
    Ref<Object> ref = Ref.parse(arguments.text("ref"));
    Label label = registry.describe(ref);
    if (Labels.isTable(label)) {
      return withoutValue(label, "table");
    }
    Versioned<Object> read =
        registry.read(Key.of(label.name(), Object.class).version(label.version()));
    Optional<JsonElement> value = ValueEncoder.encode(read.value());
    if (value.isEmpty()) {
      return withoutValue(label, "object");
    }
    JsonObject json = new JsonObject();
    json.add("label", Labels.label(label));
    json.add("value", value.get());
    return json;
  }

  private static JsonObject withoutValue(Label label, String kind) {
    JsonObject json = new JsonObject();
    json.add("label", Labels.label(label));
    json.addProperty("kind", kind);
    return json;
  }

  private JsonElement describe(Arguments arguments) {
    return Labels.label(registry.describe(Ref.parse(arguments.text("ref"))));
  }

  private JsonElement versions(Arguments arguments) {
    JsonObject json = new JsonObject();
    json.add("labels", Labels.labels(registry.versions(Name.parse(arguments.text("name")))));
    return json;
  }

  private JsonElement list(Arguments arguments) {
    Query query = Query.all();
    query = arguments.optionalText("namespace").map(query::in).orElse(query);
    query = arguments.optionalText("tag").map(query::tag).orElse(query);
    query = arguments.optionalText("after").map(Name::parse).map(query::after).orElse(query);
    query = arguments.optionalInt("limit").map(query::limit).orElse(query);
    Listing listing = registry.list(query);
    JsonObject json = new JsonObject();
    json.add("labels", Labels.labels(listing.labels()));
    json.addProperty("position", listing.position().toString());
    listing
        .next()
        .flatMap(Query::after)
        .ifPresent(name -> json.addProperty("next", name.toString()));
    return json;
  }

  private JsonElement underway(Arguments arguments) {
    JsonArray all = new JsonArray();
    for (Underway underway : registry.underway()) {
      JsonObject json = new JsonObject();
      json.addProperty("name", underway.name().toString());
      json.addProperty("publisher", underway.publisher().toString());
      json.addProperty("since", underway.since().toString());
      json.addProperty("progress", underway.progress());
      all.add(json);
    }
    JsonObject json = new JsonObject();
    json.add("underway", all);
    return json;
  }
}
