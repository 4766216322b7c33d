package org.drystone.registry.immutability.internal.judging;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.jspecify.annotations.Nullable;

/** The classes whose objects the user declares to be immutable. */
public final class Trust {

  private final Map<Class<?>, ClassJudgement> judgements = new HashMap<>();
  private final boolean none;

  /** Trusts these exact classes, for these reasons. */
  public Trust(Map<Class<?>, String> reasons) {
    reasons.forEach(
        (type, reason) -> judgements.put(type, ClassJudgement.trusted(type, reason).settled(type)));
    this.none = judgements.isEmpty();
  }

  /** Null where the user said nothing. */
  public @Nullable ClassJudgement judge(Class<?> type) {
    return none ? null : judgements.get(type);
  }

  /** Refuses what could never hold, or would not tell why. */
  public static void requireSensible(Class<?> type, @Nullable String reason) {
    if (type.isArray()) {
      throw refused(type, "anybody can write to an array", "Trust the class that holds it");
    }
    if (type.isPrimitive() || Modifier.isAbstract(type.getModifiers())) {
      throw refused(type, "no object is of exactly this class", "Trust the classes of the objects");
    }
    if (reason == null || reason.isBlank()) {
      throw refused(type, "no reason is given", "Say why its objects cannot change");
    }
  }

  private static IllegalArgumentException refused(Class<?> type, String cause, String remedy) {
    return new IllegalArgumentException(
        type.getTypeName() + " cannot be trusted: " + cause + ". " + remedy);
  }
}
