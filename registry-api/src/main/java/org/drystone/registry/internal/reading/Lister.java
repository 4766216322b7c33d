package org.drystone.registry.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
import org.drystone.registry.Name;
import org.drystone.registry.Position;
import org.drystone.registry.Query;
import org.drystone.registry.internal.core.Core;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.internal.rights.Reader;
import org.jspecify.annotations.Nullable;

/** Lists what one reader may see, a page at a time. */
public final class Lister {

  private final Core core;
  private final Lives lives;
  private final Resolver resolver;

  public Lister(Core core, Reader reader, Resolver resolver) {
    this.core = core;
    this.lives = new Lives(core, reader);
    this.resolver = resolver;
  }

  public Listing list(Query query) {
    return core.present(now -> list(query, now));
  }

  /**
   * As {@link #list(Query)}.
   *
   * @param now the revision of now
   * @throws org.drystone.registry.internal.revisions.Behind if names that were there may have been
   *     forgotten meanwhile
   */
  public Listing list(Query query, long now) {
    long revision = query.position().map(at -> Positions.keptRevision(core, at)).orElse(now);
    Listing listing = list(query, revision, now);
    core.history.requireKept(revision);
    return listing;
  }

  private Listing list(Query query, long revision, long now) {
    Position position = core.position(revision);
    Matcher matcher = new Matcher(query);
    List<Label> page = new ArrayList<>();
    for (Name name : core.entries.names(query)) {
      Version version = latest(name, revision, now);
      if (version != null && matcher.matches(version)) {
        if (page.size() == query.limit()) {
          return new Listing(page, position, Optional.of(following(query, page, position)));
        }
        page.add(resolver.shown(version.label(), now));
      }
    }
    return new Listing(page, position, Optional.empty());
  }

  /** The latest version then, of a name of which that life could be read then and can be now. */
  private @Nullable Version latest(Name name, long revision, long now) {
    return revision == now || lives.allowReading(name, revision, now)
        ? resolver.latest(name, revision)
        : null;
  }

  private static Query following(Query query, List<Label> page, Position position) {
    return query.at(position).after(page.get(page.size() - 1).name());
  }
}
