package org.drystone.registry.py4j;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.drystone.registry.InvalidArgumentException;

/**
 * The arguments of one call, each checked when it is taken. JSON's null counts as absent.
 *
 * <p>Every method throws {@link InvalidArgumentException} if an argument is of another kind.
 */
record Arguments(JsonObject json) {

  /** A text that must be there. */
  String text(String name) {
    return optionalText(name).orElseThrow(() -> invalid(name, "it is missing"));
  }

  Optional<String> optionalText(String name) {
    return primitive(name, JsonPrimitive::isString, "a text").map(JsonPrimitive::getAsString);
  }

  Optional<Integer> optionalInt(String name) {
    return optionalNumber(name)
        .map(
            number -> {
              if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
                throw invalid(name, "it is no whole number of 32 bits");
              }
              return number.intValue();
            });
  }

  Optional<Double> optionalNumber(String name) {
    return primitive(name, JsonPrimitive::isNumber, "a number").map(JsonPrimitive::getAsDouble);
  }

  /** Whether the argument is there and true. */
  boolean isTrue(String name) {
    return primitive(name, JsonPrimitive::isBoolean, "true or false")
        .map(JsonPrimitive::getAsBoolean)
        .orElse(false);
  }

  /** A list of texts; empty if absent. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonElement element : element(name).map(this::elements).orElse(List.of())) {
      if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
        throw invalid(name, "it is no list of texts");
      }
      texts.add(element.getAsString());
    }
    return texts;
  }

  /** Names and texts; empty if absent. Numbers and truth values count as their texts. */
  Map<String, String> textMap(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    Optional<JsonElement> found = element(name);
    if (found.isPresent()) {
      if (!found.get().isJsonObject()) {
        throw invalid(name, "it is no object of texts");
      }
      for (Map.Entry<String, JsonElement> entry : found.get().getAsJsonObject().entrySet()) {
        if (!entry.getValue().isJsonPrimitive()) {
          throw invalid(name, "the value of " + entry.getKey() + " is no text");
        }
        map.put(entry.getKey(), entry.getValue().getAsString());
      }
    }
    return map;
  }

  /** An encoded value that must be there; null counts as a value. */
  JsonElement value(String name) {
    if (!json.has(name)) {
      throw invalid(name, "it is missing");
    }
    return json.get(name);
  }

  private Iterable<JsonElement> elements(JsonElement array) {
    if (!array.isJsonArray()) {
      throw new InvalidArgumentException(
          "An argument cannot be used", array + " is no list", "Send a list");
    }
    return array.getAsJsonArray();
  }

  private Optional<JsonPrimitive> primitive(
      String name, Predicate<JsonPrimitive> kind, String expected) {
    return element(name)
        .map(
            found -> {
              if (!found.isJsonPrimitive() || !kind.test(found.getAsJsonPrimitive())) {
                throw invalid(name, "it is not " + expected);
              }
              return found.getAsJsonPrimitive();
            });
  }

  private Optional<JsonElement> element(String name) {
    return Optional.ofNullable(json.get(name)).filter(found -> !found.isJsonNull());
  }

  private static InvalidArgumentException invalid(String name, String reason) {
    return new InvalidArgumentException(
        "The argument \"" + name + "\" cannot be used", reason, "See the protocol of this verb");
  }
}
