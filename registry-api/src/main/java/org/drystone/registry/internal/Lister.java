package org.drystone.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
import org.drystone.registry.Name;
import org.drystone.registry.Query;

/** Lists what one reader may see, a page at a time. */
final class Lister {

  private final Core core;
  private final Resolver resolver;

  Lister(Core core, Resolver resolver) {
    this.core = core;
    this.resolver = resolver;
  }

  Listing list(Query query) {
    return core.present(revision -> list(query, revision));
  }

  private Listing list(Query query, long revision) {
    List<Label> page = new ArrayList<>();
    for (Name name : core.entries.names(query)) {
      Optional<Label> label =
          resolver.latest(name, revision).filter(found -> matches(query, found));
      if (label.isPresent()) {
        if (page.size() == query.limit()) {
          return new Listing(page, core.position(revision), Optional.of(following(query, page)));
        }
        page.add(label.get());
      }
    }
    return new Listing(page, core.position(revision), Optional.empty());
  }

  private static boolean matches(Query query, Label label) {
    return query.tag().map(label.tags()::contains).orElse(true);
  }

  private static Query following(Query query, List<Label> page) {
    return query.after(page.get(page.size() - 1).name());
  }
}
