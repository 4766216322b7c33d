package org.drystone.registry.immutability.internal.explain;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.Explanation;
import org.drystone.registry.immutability.Explanation.Part;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.findings.Findings;
import org.drystone.registry.immutability.internal.judging.Trust;
import org.drystone.registry.immutability.internal.types.ShortName;

/** Explains the classes that a sealed interface permits. */
final class PermittedPart {

  private PermittedPart() {}

  static List<Part> all(Class<?> type, Trust trust) {
    return Arrays.stream(type.getPermittedSubclasses())
        .map(permitted -> explain(type, permitted, trust))
        .toList();
  }

  private static Part explain(Class<?> owner, Class<?> permitted, Trust trust) {
    Explanation explained = Explainer.explain(permitted, trust);
    boolean extensible = !permitted.isSealed() && !Modifier.isFinal(permitted.getModifiers());
    Finding finding =
        extensible ? Findings.worse(explained.finding(), Finding.CONDITIONAL) : explained.finding();
    return new Part(
        owner,
        ShortName.of(permitted),
        ShortName.kindOf(permitted),
        finding,
        explained.evidence(),
        reason(explained, extensible),
        "");
  }

  private static String reason(Explanation explained, boolean extensible) {
    return switch (explained.finding()) {
      case IMMUTABLE -> extensible ? "cannot change, but its subclasses might" : "cannot change";
      case CONDITIONAL -> "can change only if something in it can";
      case UNKNOWN, MUTABLE -> blame(explained).orElse("can change");
    };
  }

  private static Optional<String> blame(Explanation explained) {
    return explained.parts().stream()
        .filter(part -> part.finding() == explained.finding())
        .map(part -> "because of " + part.name() + ": " + part.reason())
        .findFirst();
  }
}
