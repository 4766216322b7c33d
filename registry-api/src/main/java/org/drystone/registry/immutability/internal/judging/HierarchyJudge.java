package org.drystone.registry.immutability.internal.judging;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.FieldFinding;
import org.drystone.registry.immutability.internal.findings.Findings;
import org.drystone.registry.immutability.internal.findings.Slot;
import org.drystone.registry.immutability.internal.known.KnownTypes;

/** Judges a class that is on no list, by all instance fields up the chain of superclasses. */
public final class HierarchyJudge {

  private HierarchyJudge() {}

  static ClassJudgement judge(Class<?> type, DeclaredTypes declared) {
    Evidence weakest = Evidence.PROVEN;
    Judges judges = new Judges(type, declared);
    List<Slot> slots = new ArrayList<>();
    for (Field field : fields(type)) {
      FieldFinding finding = judges.judge(field);
      if (finding instanceof FieldFinding.Refused refused) {
        return ClassJudgement.refused(refused.finding(), refused.reason(), refused.fix());
      }
      if (finding instanceof FieldFinding.Decisive decisive) {
        slots.add(decisive.slot());
      }
      weakest = Findings.weaker(weakest, finding.evidence());
    }
    return slots.isEmpty()
        ? ClassJudgement.immutable(weakest)
        : ClassJudgement.fields(weakest, slots);
  }

  /** What is found of each field, the refused ones and all that follow them included. */
  public static Map<Field, FieldFinding> findings(Class<?> type) {
    Judges judges = new Judges(type, DeclaredTypes.SETTLED);
    Map<Field, FieldFinding> findings = new LinkedHashMap<>();
    fields(type).forEach(field -> findings.put(field, judges.judge(field)));
    return findings;
  }

  /** One judge for each class of the chain. */
  private record Judges(Class<?> exact, DeclaredTypes declared, Map<Class<?>, FieldJudge> byOwner) {

    Judges(Class<?> exact, DeclaredTypes declared) {
      this(exact, declared, new HashMap<>());
    }

    FieldFinding judge(Field field) {
      return byOwner
          .computeIfAbsent(
              field.getDeclaringClass(), owner -> new FieldJudge(owner, exact, declared))
          .judge(field);
    }
  }

  private static List<Field> fields(Class<?> type) {
    return Stream.<Class<?>>iterate(type, part -> part != null, Class::getSuperclass)
        .filter(part -> !KnownTypes.addsNothing(part))
        .flatMap(part -> Arrays.stream(part.getDeclaredFields()))
        .filter(field -> !Modifier.isStatic(field.getModifiers()))
        .toList();
  }
}
