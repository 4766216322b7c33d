package org.drystone.registry.py4j;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/** Small help with JSON trees. */
final class Json {

  /** How deep values may be nested; each level of a map takes three. */
  static final int MAX_DEPTH = 600;

  private Json() {}

  /**
   * Reads exactly one JSON object, strictly.
   *
   * @throws InvalidArgumentException if the text is something else
   */
  static JsonObject parseObject(@Nullable String text) {
    try (JsonReader reader = new JsonReader(new StringReader(String.valueOf(text)))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(MAX_DEPTH);
      JsonElement element = JsonParser.parseReader(reader);
      if (element.isJsonObject() && reader.peek() == JsonToken.END_DOCUMENT) {
        return element.getAsJsonObject();
      }
      throw notJson("it is no JSON object");
    } catch (JsonParseException | IOException e) {
      throw notJson(String.valueOf(e.getMessage()));
    }
  }

  static JsonElement text(Optional<String> value) {
    return value.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }

  static JsonArray texts(Collection<?> values) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(value.toString()));
    return array;
  }

  static JsonObject texts(Map<String, ?> values) {
    JsonObject object = new JsonObject();
    values.forEach((name, value) -> object.addProperty(name, value.toString()));
    return object;
  }

  /** Whether half of a surrogate pair stands alone: such a text cannot be written as UTF-8. */
  static boolean hasLoneSurrogate(String text) {
    return text.codePoints()
        .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
  }

  private static InvalidArgumentException notJson(String reason) {
    return new InvalidArgumentException(
        "The arguments cannot be read", reason, "Send one JSON object, as the protocol says");
  }
}
