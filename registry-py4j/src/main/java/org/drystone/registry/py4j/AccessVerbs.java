package org.drystone.registry.py4j;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Map;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Position;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;

/** Who may do what. */
record AccessVerbs(Registry registry) {

  Map<String, Verb> table() {
    return Map.of("grant", this::grant, "revoke", this::revoke, "grants", this::grants);
  }

  private JsonElement grant(Arguments arguments) {
    return position(
        registry
            .access()
            .grant(
                Scopes.parse(arguments.text("scope")),
                Scopes.principal(arguments.text("to")),
                right(arguments.text("right"))));
  }

  private JsonElement revoke(Arguments arguments) {
    return position(
        registry
            .access()
            .revoke(
                Scopes.parse(arguments.text("scope")), Scopes.principal(arguments.text("from"))));
  }

  private JsonElement grants(Arguments arguments) {
    JsonObject grants = new JsonObject();
    registry
        .access()
        .grants(Scopes.parse(arguments.text("scope")))
        .forEach((principal, right) -> grants.addProperty(principal.toString(), right.name()));
    JsonObject json = new JsonObject();
    json.add("grants", grants);
    return json;
  }

  private static JsonObject position(Position position) {
    JsonObject json = new JsonObject();
    json.addProperty("position", position.toString());
    return json;
  }

  private static Right right(String text) {
    return Arrays.stream(Right.values())
        .filter(right -> right.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidArgumentException(
                    "\"" + text + "\" is no right",
                    "the rights are " + Arrays.toString(Right.values()),
                    "Use one of them"));
  }
}
