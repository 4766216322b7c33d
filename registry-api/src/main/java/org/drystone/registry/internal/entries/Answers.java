package org.drystone.registry.internal.entries;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Principal;
import org.drystone.registry.internal.revisions.History;
import org.drystone.registry.internal.revisions.Past;

/**
 * What came of publications with a request id, as long as their commits are kept. Written by the
 * committing thread only.
 */
public final class Answers {
  private final Map<Request, Label> answers = new ConcurrentHashMap<>();
  private final History history;

  /** The ids of one user are nobody else's. */
  private record Request(Principal user, String id) {}

  public Answers(History history) {
    this.history = history;
  }

  /**
   * What came of the same request before, if it was made.
   *
   * @throws InvalidArgumentException if it was made for another name
   */
  public Optional<Label> find(Principal user, Optional<String> id, Name name) {
    Optional<Label> answer = id.map(known -> answers.get(new Request(user, known)));
    answer
        .filter(label -> !label.name().equals(name))
        .ifPresent(
            label -> {
              throw new InvalidArgumentException(
                  name + " was not published",
                  "the request id was used for " + label.id(),
                  "Use a new id for each publication");
            });
    return answer;
  }

  /** Called by the committing thread: that came of it, at that revision. */
  public void remember(Principal user, Optional<String> id, Label label, long revision) {
    id.map(known -> new Request(user, known))
        .ifPresent(
            request -> {
              answers.put(request, label);
              history.add(new Answered(answers, request, revision));
            });
  }

  private record Answered(Map<Request, Label> answers, Request request, long revision)
      implements Past {
    @Override
    public void forget() {
      answers.remove(request);
    }
  }
}
