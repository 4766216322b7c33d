package org.drystone.examples.embedded;

import java.util.List;
import org.drystone.registry.AliasRef;
import org.drystone.registry.Key;
import org.drystone.registry.TypeRef;

/** The names that the parts of the application have in common: all that they know of each other. */
final class Shared {

  static final Key<List<Flight>> FLIGHTS = Key.of("shared/flights", new TypeRef<List<Flight>>() {});

  static final Key<DelayModel> MODEL = Key.of("ada/delays", DelayModel.class);

  /** What was trained last. */
  static final String CANDIDATE = "candidate";

  /** The model that answers. */
  static final AliasRef<DelayModel> RELEASED = MODEL.alias("released");

  private Shared() {}
}
