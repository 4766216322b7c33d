package org.drystone.registry.spark.pyspark;

import java.util.Set;
import java.util.stream.Collectors;
import org.drystone.registry.SessionId;
import org.drystone.registry.py4j.spi.CommandId;

/**
 * The job tags and groups of one session. All clients share Spark's names for them, so each name
 * carries its session: two programs may both call a job "etl", and cancel only their own.
 */
final class JobNames {

  private static final String START = "drystone-";

  private final String session;

  JobNames(SessionId id) {
    this.session = START + id.text().replace(',', '_');
  }

  /** The tag of all that the session runs. */
  String session() {
    return session;
  }

  /** The tag of what one command runs. */
  String command(CommandId command) {
    return session + "/" + command.text().replace(',', '_');
  }

  /** What Spark gets for a name that the client chose. */
  String inSpark(String chosen) {
    return session + ":" + chosen;
  }

  /** What the client gets for a name of Spark's: its own, or the name as it is. */
  String forClient(String inSpark) {
    return chosenByClient(inSpark) ? inSpark.substring(session.length() + 1) : inSpark;
  }

  /** Of these tags, the ones that the client chose, as it chose them. */
  Set<String> chosen(Set<String> tags) {
    return tags.stream()
        .filter(this::chosenByClient)
        .map(this::forClient)
        .collect(Collectors.toSet());
  }

  /** Whether the hub, and no client, put this tag on a job. */
  boolean setByHub(String tag) {
    return tag.equals(session) || tag.startsWith(session + "/");
  }

  private boolean chosenByClient(String tag) {
    return tag.startsWith(session + ":");
  }
}
