package org.drystone.registry;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list. All pages that follow from a first one are read at its revision: together
 * they are one list without doubles and gaps, whatever is published meanwhile. Only what the caller
 * may no longer see is left out of the later ones.
 *
 * @param labels of the latest version of each name, in the order of names; unmodifiable
 * @param position the revision it was read at; a watch after it misses nothing
 * @param next the query for the page that follows, if there is one
 */
public record Listing(List<Label> labels, Position position, Optional<Query> next) {

  /** Copies the list. */
  public Listing {
    labels = List.copyOf(labels);
  }
}
