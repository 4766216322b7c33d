package org.drystone.registry.internal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
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
    long revision = core.revision();
    Iterator<Label> labels =
        core.entries
            .names(query)
            .flatMap(name -> resolver.latest(name, revision).stream())
            .filter(label -> query.tag().map(label.tags()::contains).orElse(true))
            .iterator();
    List<Label> page = new ArrayList<>();
    while (page.size() < query.limit() && labels.hasNext()) {
      page.add(labels.next());
    }
    Optional<Query> next =
        labels.hasNext()
            ? Optional.of(query.after(page.get(page.size() - 1).name()))
            : Optional.empty();
    return new Listing(page, core.position(revision), next);
  }
}
