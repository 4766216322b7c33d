package org.drystone.registry.py4j;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.Changes;
import org.drystone.registry.Commit;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Position;
import org.drystone.registry.Ref;
import org.drystone.registry.Registry;
import org.drystone.registry.Watch;

/** Waiting for news, by long polls: clients ask again. */
record WatchVerbs(Registry registry) {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  Map<String, Verb> table() {
    return Map.of("await", this::await, "changes", this::changes);
  }

  private JsonElement await(Arguments arguments) throws InterruptedException {
    Ref<Object> ref = Ref.parse(arguments.text("ref"));
    JsonObject json = new JsonObject();
    json.add("label", Labels.labelOrNull(registry.await(ref, limit(arguments))));
    return json;
  }

  private JsonElement changes(Arguments arguments) throws InterruptedException {
    Duration limit = limit(arguments);
    Changes all = registry.changes();
    Changes changes = arguments.optionalText("scope").map(Scopes::parse).map(all::of).orElse(all);
    Optional<Position> after = arguments.optionalText("after").map(Position::parse);
    try (Watch watch = after.map(changes::after).orElseGet(changes::fromNow)) {
      Optional<Commit> commit = watch.next(limit);
      JsonObject json = new JsonObject();
      json.add("commit", Labels.commitOrNull(commit));
      json.addProperty("position", watch.position().toString());
      return json;
    }
  }

  private static Duration limit(Arguments arguments) {
    double seconds = arguments.optionalNumber("seconds").orElse(0.0);
    if (!(seconds >= 0 && seconds <= LONGEST.toSeconds())) {
      throw new InvalidArgumentException(
          "The hub does not wait for " + seconds + " seconds",
          "a call waits at most " + LONGEST.toSeconds() + " seconds",
          "Ask again when it ends");
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }
}
