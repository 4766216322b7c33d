package org.drystone.registry.py4j;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;

/** The table of verbs of one session. */
final class Verbs {

  /** Those that wait for news. */
  private static final Set<String> POLLS = Set.of("await", "changes");

  private final Map<String, Verb> table = new HashMap<>();

  Verbs(Session session, Hub hub) {
    var registry = session.client().registry();
    table.putAll(new SessionVerbs(session, hub).table());
    table.putAll(new ReadVerbs(registry).table());
    table.putAll(new PublishVerbs(registry).table());
    table.putAll(new WatchVerbs(registry).table());
    table.putAll(new AccessVerbs(registry).table());
    table.putAll(new ExportVerbs(registry, session.exports()).table());
  }

  /**
   * The verb of that name.
   *
   * @throws InvalidArgumentException if there is none
   */
  Verb named(String name) {
    Verb verb = table.get(name);
    if (verb == null) {
      throw new InvalidArgumentException(
          "There is no verb \"" + name + "\"",
          "the hub knows " + new TreeSet<>(table.keySet()),
          "Update the hub, or use one of these");
    }
    return verb;
  }

  Interruption.Kind kind(String name) {
    return POLLS.contains(name) ? Interruption.Kind.POLL : Interruption.Kind.WORK;
  }
}
