package org.drystone.registry.immutability.internal.explain;

import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Explanation;
import org.drystone.registry.immutability.Explanation.Part;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.Findings;
import org.drystone.registry.immutability.internal.judging.ClassJudge;
import org.drystone.registry.immutability.internal.judging.Trust;
import org.drystone.registry.immutability.internal.known.KnownTypes;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.drystone.registry.immutability.internal.types.ShortName;

/** Explains what the judges find of classes, also where their answer waits for the objects. */
public final class Explainer {

  private Explainer() {}

  /** Explains any class; never throws. */
  public static Explanation explain(Class<?> type, Trust trust) {
    ClassJudgement trusted = trust.judge(type);
    if (trusted != null) {
      return whole(type, trusted, trusted.reason() + ".");
    }
    try {
      return isOpen(type) ? ofOpen(type, trust) : ofClosed(type, trust);
    } catch (LinkageError | RuntimeException e) {
      return explanation(
          type,
          Finding.UNKNOWN,
          Optional.empty(),
          "A part of it cannot be loaded, or not understood: " + e + ".",
          List.of(),
          "Put all that it needs on the class path, or use another type");
    }
  }

  /**
   * Whether the type itself tells nothing of its objects: interfaces, and abstract collections of
   * the JDK, which are the base of immutable ones, too.
   */
  static boolean isOpen(Class<?> type) {
    return type.isInterface() || (isAbstract(type) && isCollection(type));
  }

  static boolean isAbstract(Class<?> type) {
    return Modifier.isAbstract(type.getModifiers()) && !type.isArray() && !type.isPrimitive();
  }

  private static boolean isCollection(Class<?> type) {
    return Jdk.defines(type)
        && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type));
  }

  private static Explanation ofOpen(Class<?> type, Trust trust) {
    return type.isSealed()
        ? ofParts(type, "There are no other classes than these.", PermittedPart.all(type, trust))
        : explanation(type, Finding.CONDITIONAL, Optional.empty(), "", List.of(), "");
  }

  private static Explanation ofClosed(Class<?> type, Trust trust) {
    Optional<String> known = knownAs(type);
    if (known.isPresent()) {
      return whole(type, ClassJudge.of(type), known.get());
    }
    String note = isAbstract(type) ? "What subclasses add counts, too." : "";
    return ofParts(type, note, FieldPart.all(type, trust));
  }

  /** What is known of a class as a whole, in a sentence; empty if its fields tell. */
  private static Optional<String> knownAs(Class<?> type) {
    if (type.isPrimitive()) {
      return Optional.of("It is a primitive type.");
    }
    if (type.isArray()) {
      return Optional.of("Whoever has an array can write to it, unless it is empty.");
    }
    if (Proxy.isProxyClass(type)) {
      return Optional.of("It is a proxy class: the invocation handler of each proxy decides.");
    }
    return KnownTypes.origin(type)
        .map(origin -> "It " + origin + addition(ClassJudge.of(type)) + ".");
  }

  /** What the list says, where that is more than the summary tells. */
  private static String addition(ClassJudgement judgement) {
    return switch (judgement.finding()) {
      case IMMUTABLE, MUTABLE -> "";
      case CONDITIONAL -> ", and as immutable as " + judgement.reading().shown();
      case UNKNOWN -> ": it " + judgement.reason();
    };
  }

  private static Explanation whole(Class<?> type, ClassJudgement judgement, String note) {
    return explanation(
        type,
        judgement.finding(),
        Optional.of(judgement.evidence()),
        note,
        List.of(),
        judgement.fix());
  }

  private static Explanation ofParts(Class<?> type, String note, List<Part> parts) {
    Finding worst = isAbstract(type) && !type.isSealed() ? Finding.CONDITIONAL : Finding.IMMUTABLE;
    Evidence weakest = Evidence.PROVEN;
    for (Part part : parts) {
      worst = Findings.worse(worst, part.finding());
      weakest = Findings.weaker(weakest, part.evidence().orElse(weakest));
    }
    String said = parts.isEmpty() && note.isEmpty() ? "It has no fields." : note;
    return explanation(type, worst, Optional.of(weakest), said, parts, "");
  }

  private static Explanation explanation(
      Class<?> type,
      Finding finding,
      Optional<Evidence> evidence,
      String note,
      List<Part> parts,
      String fix) {
    Optional<Evidence> backing = evidence.filter(given -> Findings.isBacked(finding));
    String summary =
        ShortName.withPackage(type)
            + " "
            + clause(type, finding)
            + backing.map(by -> " (" + by.name().toLowerCase(Locale.ROOT) + ")").orElse("");
    return new Explanation(type, finding, backing, summary, note, parts, fix);
  }

  private static String clause(Class<?> type, Finding finding) {
    return switch (finding) {
      case IMMUTABLE -> "cannot change";
      case CONDITIONAL ->
          isAbstract(type)
              ? "is " + kind(type) + ": the class of each object decides"
              : "can change only if something in it can";
      case UNKNOWN -> "may change: nothing shows that it cannot";
      case MUTABLE -> "can change";
    };
  }

  private static String kind(Class<?> type) {
    return type.isSealed()
        ? "a sealed " + ShortName.kindOf(type)
        : ShortName.withArticle(ShortName.kindOf(type));
  }
}
