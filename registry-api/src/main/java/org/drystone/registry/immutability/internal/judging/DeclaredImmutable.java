package org.drystone.registry.immutability.internal.judging;

import java.util.Set;
import org.drystone.registry.immutability.internal.known.ResourceLines;
import org.drystone.registry.immutability.internal.proofs.ClassFacts;

/** Classes whose authors declare them immutable, by one of the annotations on our list. */
final class DeclaredImmutable {

  private static final Set<String> ANNOTATIONS =
      Set.copyOf(ResourceLines.of("immutable-annotations.txt"));

  private DeclaredImmutable() {}

  static boolean isDeclared(ClassFacts facts) {
    return facts.annotations().stream().anyMatch(ANNOTATIONS::contains);
  }
}
