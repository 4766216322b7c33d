package org.drystone.registry.immutability.internal.judging;

import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.Function;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.classfiles.Finality;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.Findings;
import org.drystone.registry.immutability.internal.types.Types;

/** What the declared type of a field promises, whatever the field holds. */
public final class DeclaredTypes implements Types {

  /** For classes that are judged to the end, and for what is asked about them later. */
  public static final DeclaredTypes SETTLED = new DeclaredTypes(ClassJudge::of);

  private final Function<Class<?>, ClassJudgement> judgements;

  /** Goes by these judgements. */
  DeclaredTypes(Function<Class<?>, ClassJudgement> judgements) {
    this.judgements = judgements;
  }

  @Override
  public boolean holdsOnlyImmutable(Class<?> declared) {
    return promise(declared).isPresent();
  }

  @Override
  public boolean isImmutable(Class<?> exact) {
    return ofExactly(exact).isPresent();
  }

  @Override
  public boolean isImmutableByParts(Class<?> exact) {
    return judged(exact, Finding.CONDITIONAL).or(() -> ofExactly(exact)).isPresent();
  }

  /** Why no object that fits this type can change; empty if one could, or if that is not known. */
  public Optional<Evidence> promise(Class<?> type) {
    if (type.isPrimitive()) {
      return Optional.of(Evidence.PROVEN);
    }
    return type.isSealed() ? ofPermitted(type) : ofFinal(type);
  }

  private Optional<Evidence> ofFinal(Class<?> type) {
    return Finality.isFinal(type) ? ofExactly(type) : Optional.empty();
  }

  private Optional<Evidence> ofPermitted(Class<?> type) {
    Optional<Evidence> weakest =
        Modifier.isAbstract(type.getModifiers()) ? Optional.of(Evidence.PROVEN) : ofExactly(type);
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      Optional<Evidence> next = promise(permitted);
      weakest = weakest.flatMap(w -> next.map(n -> Findings.weaker(w, n)));
    }
    return weakest;
  }

  private Optional<Evidence> ofExactly(Class<?> type) {
    return judged(type, Finding.IMMUTABLE);
  }

  private Optional<Evidence> judged(Class<?> type, Finding finding) {
    ClassJudgement judgement = judgements.apply(type);
    return judgement.finding() == finding ? Optional.of(judgement.evidence()) : Optional.empty();
  }
}
