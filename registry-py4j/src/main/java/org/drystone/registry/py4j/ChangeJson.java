package org.drystone.registry.py4j;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.drystone.registry.Change;
import org.drystone.registry.Deprecation;
import org.drystone.registry.Principal;
import org.drystone.registry.Ref;
import org.drystone.registry.Retention;
import org.drystone.registry.Right;

/** The JSON of changes: each has its kind, and clients pass over those that they do not know. */
final class ChangeJson {

  private ChangeJson() {}

  static JsonObject of(Change change) {
    if (change instanceof Change.Published published) {
      JsonObject json = kind("published");
      json.add("label", Labels.label(published.label()));
      return json;
    }
    if (change instanceof Change.Removed removed) {
      return removed(removed);
    }
    if (change instanceof Change.Restored restored) {
      JsonObject json = named("restored", restored);
      json.add("versions", numbers(restored.versions()));
      json.addProperty("latest", restored.latest());
      return json;
    }
    if (change instanceof Change.Kept kept) {
      JsonObject json = named("kept", kept);
      json.add("versions", numbers(kept.versions()));
      return json;
    }
    if (change instanceof Change.AliasMoved moved) {
      return moved(moved);
    }
    if (change instanceof Change.DeprecationChanged word) {
      return deprecation(word);
    }
    if (change instanceof Change.RightChanged right) {
      return rightChanged(right);
    }
    return said(change);
  }

  /** What people say of names. */
  private static JsonObject said(Change change) {
    if (change instanceof Change.AccessAsked asked) {
      JsonObject json = request("asked", asked, asked.principal(), asked.right());
      json.addProperty("reason", asked.reason());
      return json;
    }
    if (change instanceof Change.AccessDeclined declined) {
      return request("declined", declined, declined.principal(), declined.right());
    }
    if (change instanceof Change.AliasProtected guarded) {
      JsonObject json = named("aliasProtected", guarded);
      json.addProperty("alias", guarded.alias().text());
      json.add("movers", guarded.movers().<JsonElement>map(Json::texts).orElse(JsonNull.INSTANCE));
      return json;
    }
    if (change instanceof Change.RetentionChanged ruled) {
      JsonObject json = kind("rule");
      json.addProperty("scope", Scopes.text(ruled.scope()));
      json.add("rule", ruled.rule().<JsonElement>map(ChangeJson::rule).orElse(JsonNull.INSTANCE));
      return json;
    }
    return named(change instanceof Change.Revealed ? "revealed" : "hidden", change);
  }

  private static JsonObject removed(Change.Removed change) {
    JsonObject json = named("removed", change);
    json.add("versions", numbers(change.versions()));
    json.add("latest", number(change.latest()));
    json.add("reason", Json.text(change.reason()));
    json.add("restorableUntil", Json.text(change.restorableUntil().map(Instant::toString)));
    return json;
  }

  private static JsonObject moved(Change.AliasMoved change) {
    JsonObject json = named("alias", change);
    json.addProperty("alias", change.alias().text());
    json.add("before", number(change.before()));
    json.add("after", number(change.after()));
    return json;
  }

  private static JsonObject deprecation(Change.DeprecationChanged change) {
    JsonObject json = named("deprecation", change);
    json.addProperty("ref", change.what().toString());
    json.add("reason", Json.text(change.deprecation().map(Deprecation::reason)));
    json.add(
        "instead",
        Json.text(change.deprecation().flatMap(Deprecation::instead).map(Ref::toString)));
    return json;
  }

  private static JsonObject rightChanged(Change.RightChanged change) {
    JsonObject json = kind("right");
    json.addProperty("scope", Scopes.text(change.scope()));
    json.addProperty("principal", change.principal().toString());
    json.add("before", Json.text(change.before().map(Right::name)));
    json.add("after", Json.text(change.after().map(Right::name)));
    return json;
  }

  private static JsonObject rule(Retention rule) {
    JsonObject json = new JsonObject();
    json.addProperty("last", rule.last());
    json.addProperty("age", rule.age().toString());
    return json;
  }

  private static JsonObject request(String kind, Change change, Principal asker, Right right) {
    JsonObject json = kind(kind);
    json.addProperty("scope", Scopes.text(change.scope()));
    json.addProperty("principal", asker.toString());
    json.addProperty("right", right.name());
    return json;
  }

  private static JsonObject named(String kind, Change change) {
    JsonObject json = kind(kind);
    json.addProperty("name", change.scope().toString());
    return json;
  }

  private static JsonObject kind(String kind) {
    JsonObject json = new JsonObject();
    json.addProperty("kind", kind);
    return json;
  }

  private static JsonArray numbers(List<Long> numbers) {
    JsonArray json = new JsonArray();
    numbers.forEach(json::add);
    return json;
  }

  private static JsonElement number(OptionalLong number) {
    return number.isPresent() ? new JsonPrimitive(number.getAsLong()) : JsonNull.INSTANCE;
  }
}
