package org.drystone.registry.py4j;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.drystone.registry.Export;
import org.drystone.registry.LimitException;
import org.drystone.registry.NotFoundException;

/** The exports of one session that were announced and not yet streamed. Each is streamed once. */
final class Exports {

  private static final int MOST = 1000;

  private final ConcurrentMap<String, Export> waiting = new ConcurrentHashMap<>();

  /**
   * Keeps an export for {@link #take}.
   *
   * @return its id, which only this session knows
   * @throws LimitException if the client announced too many and streamed none
   */
  String add(Export export) {
    if (waiting.size() >= MOST) {
      throw new LimitException(
          "The export was not prepared",
          "this program has " + MOST + " exports that it did not read",
          "Read the streams of earlier exports first");
    }
    String id = UUID.randomUUID().toString();
    waiting.put(id, export);
    return id;
  }

  /**
   * Takes an export away.
   *
   * @throws NotFoundException if there is none with that id, or it was taken before
   */
  Export take(String id) {
    Export export = waiting.remove(id);
    if (export == null) {
      throw new NotFoundException(
          "There is no such export",
          "it was streamed already, or is another session's",
          "Ask for a new export");
    }
    return export;
  }

  void clear() {
    waiting.clear();
  }
}
