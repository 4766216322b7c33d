package org.drystone.registry.py4j;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.drystone.registry.values.ByteString;
import org.jspecify.annotations.Nullable;

/** Makes the protocol's JSON of values that are plain data. */
final class ValueEncoder {

  /** Beyond these, readers that keep numbers as doubles would lose digits. */
  private static final long EXACT = 1L << 53;

  /** A value somewhere inside is no plain data; never leaves this class. */
  private static final class NotPlainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotPlainException() {
      super(null, null, false, false);
    }
  }

  private ValueEncoder() {}

  /** The JSON, or empty if something in the value is no plain data or nested too deeply. */
  static Optional<JsonElement> encode(@Nullable Object value) {
    try {
      return Optional.of(encode(value, 0));
    } catch (NotPlainException e) {
      return Optional.empty();
    }
  }

  private static JsonElement encode(@Nullable Object value, int depth) {
    if (depth > Json.MAX_DEPTH) {
      throw new NotPlainException();
    }
    if (value == null) {
      return JsonNull.INSTANCE;
    }
    JsonElement scalar = scalar(value);
    return scalar != null ? scalar : compound(value, depth);
  }

  private static @Nullable JsonElement scalar(Object value) {
    if (value instanceof Boolean truth) {
      return new JsonPrimitive(truth);
    }
    if (value instanceof String || value instanceof Character) {
      return text(value.toString());
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof ByteString bytes) {
      return tagged("bytes", Base64.getEncoder().encodeToString(bytes.toByteArray()));
    }
    if (value instanceof UUID) {
      return tagged("uuid", value);
    }
    return time(value);
  }

  private static JsonElement text(String text) {
    if (Json.hasLoneSurrogate(text)) {
      throw new NotPlainException();
    }
    return new JsonPrimitive(text);
  }

  private static @Nullable JsonElement number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      return tagged("float", number);
    }
    if (number instanceof BigDecimal) {
      return tagged("decimal", number);
    }
    if (number instanceof BigInteger) {
      return tagged("int", number);
    }
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      long exact = number.longValue();
      return Math.abs(exact) <= EXACT && exact != Long.MIN_VALUE
          ? new JsonPrimitive(exact)
          : tagged("int", number);
    }
    return null;
  }

  private static @Nullable JsonElement time(Object value) {
    if (value instanceof LocalDate) {
      return tagged("date", value);
    }
    if (value instanceof LocalTime) {
      return tagged("time", value);
    }
    if (value instanceof LocalDateTime) {
      return tagged("datetime", value);
    }
    if (value instanceof Instant) {
      return tagged("instant", value);
    }
    if (value instanceof OffsetDateTime moment) {
      return tagged("instant", moment.toInstant());
    }
    if (value instanceof ZonedDateTime moment) {
      return tagged("instant", moment.toInstant());
    }
    return value instanceof Duration ? tagged("duration", value) : null;
  }

  private static JsonElement compound(Object value, int depth) {
    if (value instanceof List<?> list) {
      return array(list, depth);
    }
    if (value instanceof Set<?> set) {
      return tag("set", array(set, depth));
    }
    if (value instanceof Map<?, ?> map) {
      return tag("map", pairs(map, depth));
    }
    if (value instanceof Enum<?> constant) {
      JsonObject content = new JsonObject();
      content.addProperty("type", constant.getDeclaringClass().getName());
      content.addProperty("name", constant.name());
      return tag("enum", content);
    }
    if (value instanceof Record record) {
      return tag("record", record(record, depth));
    }
    throw new NotPlainException();
  }

  private static JsonArray array(Collection<?> values, int depth) {
    JsonArray array = new JsonArray(values.size());
    values.forEach(value -> array.add(encode(value, depth + 1)));
    return array;
  }

  private static JsonArray pairs(Map<?, ?> map, int depth) {
    JsonArray pairs = new JsonArray(map.size());
    map.forEach((key, value) -> pairs.add(pair(encode(key, depth + 3), encode(value, depth + 3))));
    return pairs;
  }

  private static JsonObject record(Record record, int depth) {
    JsonArray fields = new JsonArray();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      fields.add(
          pair(new JsonPrimitive(component.getName()), encode(read(record, component), depth + 4)));
    }
    JsonObject content = new JsonObject();
    content.addProperty("type", record.getClass().getName());
    content.add("fields", fields);
    return content;
  }

  private static @Nullable Object read(Record record, RecordComponent component) {
    try {
      if (!component.getAccessor().trySetAccessible()) {
        throw new NotPlainException();
      }
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new NotPlainException();
    }
  }

  private static JsonArray pair(JsonElement first, JsonElement second) {
    JsonArray pair = new JsonArray(2);
    pair.add(first);
    pair.add(second);
    return pair;
  }

  private static JsonObject tagged(String tag, Object text) {
    return tag(tag, new JsonPrimitive(text.toString()));
  }

  private static JsonObject tag(String tag, JsonElement content) {
    JsonObject object = new JsonObject();
    object.add(tag, content);
    return object;
  }
}
