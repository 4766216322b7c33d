package org.drystone.registry.immutability.internal.explain;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.judging.ClassJudge;
import org.drystone.registry.immutability.internal.judging.Trust;
import org.drystone.registry.immutability.internal.known.KnownTypes;
import org.drystone.registry.immutability.internal.types.ShortName;

/**
 * What is to be expected of an object in a field whose type alone does not tell.
 *
 * @param evidence what more it rests on than the field
 * @param clause the end of a sentence about the field
 */
record Content(Finding finding, Evidence evidence, String clause, String fix) {

  private static final Content ANYTHING = undecided("; the object in it decides");

  static Content of(Class<?> type, Trust trust) {
    ClassJudgement trusted = trust.judge(type);
    return trusted == null ? of(type) : ofTrusted(type, trusted);
  }

  private static Content ofTrusted(Class<?> type, ClassJudgement trusted) {
    return Modifier.isFinal(type.getModifiers())
        ? new Content(Finding.IMMUTABLE, trusted.evidence(), "; " + trusted.reason(), "")
        : undecided("; " + trusted.reason() + ", but one of a subclass decides");
  }

  private static Content of(Class<?> type) {
    if (type == Object.class || Explainer.isOpen(type)) {
      return type.isSealed() ? oneOf(type.getPermittedSubclasses()) : ANYTHING;
    }
    ClassJudgement judgement = ClassJudge.of(type);
    return switch (judgement.finding()) {
      case IMMUTABLE ->
          Explainer.isAbstract(type)
              ? ANYTHING
              : undecided(
                  "; "
                      + ShortName.withArticle(ShortName.of(type))
                      + " cannot change, but one of a subclass might");
      case CONDITIONAL -> undecided("; what is in the " + ShortName.of(type) + " decides");
      case UNKNOWN, MUTABLE ->
          new Content(
              judgement.finding(),
              judgement.evidence(),
              ", but what it holds " + judgement.reason(),
              fix(type, judgement));
    };
  }

  /** What to do about a field of another class is for that class to tell. */
  private static String fix(Class<?> type, ClassJudgement judgement) {
    return type.isArray() || KnownTypes.origin(type).isPresent()
        ? judgement.fix()
        : "Explain " + ShortName.of(type) + " to see how to mend it, or use another type";
  }

  private static Content oneOf(Class<?>[] permitted) {
    return undecided(
        "; it holds "
            + Arrays.stream(permitted)
                .map(type -> ShortName.withArticle(ShortName.of(type)))
                .collect(Collectors.joining(" or ")));
  }

  private static Content undecided(String clause) {
    return new Content(Finding.CONDITIONAL, Evidence.PROVEN, clause, "");
  }
}
