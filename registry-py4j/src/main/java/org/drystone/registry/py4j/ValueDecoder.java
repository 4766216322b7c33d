package org.drystone.registry.py4j;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.values.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Makes plain JVM values of the protocol's JSON. Collections are ordinary ones, with nulls and in
 * order: they are published as immutable copies.
 */
final class ValueDecoder {

  private static final Map<String, Function<JsonElement, Object>> TAGS =
      Map.ofEntries(
          Map.entry("int", element -> integer(text(element))),
          Map.entry("float", element -> Double.valueOf(text(element))),
          Map.entry("decimal", element -> new BigDecimal(text(element))),
          Map.entry("bytes", element -> ByteString.of(Base64.getDecoder().decode(text(element)))),
          Map.entry("date", element -> LocalDate.parse(text(element))),
          Map.entry("time", element -> LocalTime.parse(text(element))),
          Map.entry("datetime", element -> LocalDateTime.parse(text(element))),
          Map.entry("instant", element -> instant(text(element))),
          Map.entry("duration", element -> Duration.parse(text(element))),
          Map.entry("uuid", element -> UUID.fromString(text(element))),
          Map.entry("set", ValueDecoder::set),
          Map.entry("map", ValueDecoder::map));

  private ValueDecoder() {}

  /**
   * The value.
   *
   * @throws InvalidArgumentException if the JSON is none of the protocol's values
   */
  static @Nullable Object decode(JsonElement element) {
    if (element.isJsonNull()) {
      return null;
    }
    if (element.isJsonArray()) {
      return list(element.getAsJsonArray());
    }
    return element.isJsonObject()
        ? tagged(element.getAsJsonObject())
        : primitive(element.getAsJsonPrimitive());
  }

  private static Object primitive(JsonPrimitive primitive) {
    if (primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    if (primitive.isString()) {
      return text(primitive);
    }
    return integer(primitive.getAsString());
  }

  private static Object tagged(JsonObject object) {
    if (object.size() != 1) {
      throw invalid("an object has " + object.size() + " keys in the place of one, its tag");
    }
    Map.Entry<String, JsonElement> entry = object.entrySet().iterator().next();
    Function<JsonElement, Object> decoder = TAGS.get(entry.getKey());
    if (decoder == null) {
      throw invalid("there is no tag \"" + entry.getKey() + "\"");
    }
    try {
      return decoder.apply(entry.getValue());
    } catch (InvalidArgumentException e) {
      throw e;
    } catch (DateTimeException | IllegalArgumentException e) {
      throw invalid(
          "a value of the tag \"" + entry.getKey() + "\" cannot be read: " + e.getMessage());
    }
  }

  private static Object integer(String digits) {
    if (!digits.matches("-?[0-9]{1,4300}")) {
      throw invalid("\"" + digits + "\" is no whole number; a float needs its tag");
    }
    BigInteger value = new BigInteger(digits);
    return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }

  private static List<@Nullable Object> list(JsonArray array) {
    List<@Nullable Object> list = new ArrayList<>(array.size());
    array.forEach(element -> list.add(decode(element)));
    return list;
  }

  private static Object set(JsonElement element) {
    Set<@Nullable Object> set = new LinkedHashSet<>();
    array(element).forEach(member -> set.add(decode(member)));
    return set;
  }

  private static Object map(JsonElement element) {
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    for (JsonElement pair : array(element)) {
      JsonArray keyAndValue = array(pair);
      if (keyAndValue.size() != 2) {
        throw invalid("an entry of a map is no pair");
      }
      map.put(decode(keyAndValue.get(0)), decode(keyAndValue.get(1)));
    }
    return map;
  }

  private static JsonArray array(JsonElement element) {
    if (!element.isJsonArray()) {
      throw invalid("a collection is no list");
    }
    return element.getAsJsonArray();
  }

  private static String text(JsonElement element) {
    if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
      throw invalid("a tagged value is no text");
    }
    String text = element.getAsString();
    if (Json.hasLoneSurrogate(text)) {
      throw invalid("a text has a lone surrogate");
    }
    return text;
  }

  private static InvalidArgumentException invalid(String reason) {
    return new InvalidArgumentException(
        "The value cannot be read", reason, "Encode it as the protocol says");
  }
}
