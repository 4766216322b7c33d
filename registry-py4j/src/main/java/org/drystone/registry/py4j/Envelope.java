package org.drystone.registry.py4j;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.drystone.registry.RegistryException;

/** What every answer is wrapped in: {@code {"ok": ..}} or {@code {"error": ..}}. */
final class Envelope {

  /** The code of what should not have happened; beside those of {@code ErrorCode}. */
  static final String INTERNAL = "INTERNAL";

  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private Envelope() {}

  static String ok(JsonElement result) {
    return wrapped("ok", result);
  }

  static String error(RegistryException e) {
    return error(e.code().name(), e.problem(), e.reason(), e.remedy());
  }

  static String error(String code, String problem, String reason, String remedy) {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("problem", problem);
    error.addProperty("reason", reason);
    error.addProperty("remedy", remedy);
    return wrapped("error", error);
  }

  private static String wrapped(String key, JsonElement content) {
    JsonObject envelope = new JsonObject();
    envelope.add(key, content);
    return GSON.toJson(envelope);
  }
}
