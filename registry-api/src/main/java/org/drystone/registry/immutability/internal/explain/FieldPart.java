package org.drystone.registry.immutability.internal.explain;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Explanation.Part;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.findings.Constancy;
import org.drystone.registry.immutability.internal.findings.FieldFinding;
import org.drystone.registry.immutability.internal.findings.Findings;
import org.drystone.registry.immutability.internal.judging.DeclaredTypes;
import org.drystone.registry.immutability.internal.judging.HierarchyJudge;
import org.drystone.registry.immutability.internal.judging.Trust;
import org.drystone.registry.immutability.internal.types.ShortName;

/** Explains what was found of a field. */
final class FieldPart {

  private final Field field;
  private final Trust trust;

  private FieldPart(Field field, Trust trust) {
    this.field = field;
    this.trust = trust;
  }

  /** All instance fields, the class's own first. */
  static List<Part> all(Class<?> type, Trust trust) {
    return HierarchyJudge.findings(type).entrySet().stream()
        .map(found -> new FieldPart(found.getKey(), trust).explain(found.getValue()))
        .toList();
  }

  private Part explain(FieldFinding finding) {
    if (finding instanceof FieldFinding.Refused refused) {
      return part(refused.finding(), refused.evidence(), refused.because(), refused.fix());
    }
    if (finding instanceof FieldFinding.Decisive decisive) {
      return decisive.slot().custody().isOwned() ? owned(decisive) : shared(decisive);
    }
    FieldFinding.Harmless harmless = (FieldFinding.Harmless) finding;
    return part(
        Finding.IMMUTABLE,
        harmless.evidence(),
        constancy(harmless.constancy()) + promise(field.getType()),
        "");
  }

  private static String promise(Class<?> type) {
    if (type.isPrimitive() || type.isArray()) {
      return "";
    }
    return type.isSealed()
        ? ", and no " + ShortName.of(type) + " can change"
        : ", and " + ShortName.withArticle(ShortName.of(type)) + " cannot change";
  }

  private Part owned(FieldFinding.Decisive decisive) {
    Class<?> type = field.getType();
    String said =
        constancy(decisive.constancy())
            + (decisive.evidence() == Evidence.DECLARED
                ? "; only read here, and the author declares the class immutable"
                : ", and nobody else can reach what is in it");
    Optional<Evidence> elements =
        type.isArray() ? DeclaredTypes.SETTLED.promise(type.getComponentType()) : Optional.empty();
    return elements.isPresent()
        ? part(Finding.IMMUTABLE, Findings.weaker(decisive.evidence(), elements.get()), said, "")
        : part(Finding.CONDITIONAL, decisive.evidence(), said + "; its elements decide", "");
  }

  private Part shared(FieldFinding.Decisive decisive) {
    Content content = Content.of(field.getType(), trust);
    return part(
        content.finding(),
        Findings.weaker(decisive.evidence(), content.evidence()),
        constancy(decisive.constancy()) + content.clause(),
        content.fix());
  }

  private String constancy(Constancy constancy) {
    return switch (constancy) {
      case FINAL -> field.getDeclaringClass().isHidden() ? "captured" : "final";
      case NEVER_WRITTEN -> "never written once the object is complete";
      case CACHE -> "filled once, and nobody can tell when";
      case TABLE -> "a table of results, and nobody can tell which of them it holds";
      case WAIVED -> "not final, but the author declares the class immutable";
    };
  }

  private Part part(Finding finding, Evidence evidence, String reason, String fix) {
    return new Part(
        field.getDeclaringClass(),
        field.getName(),
        TypeText.of(field),
        finding,
        Optional.of(evidence).filter(given -> Findings.isBacked(finding)),
        reason,
        fix);
  }
}
