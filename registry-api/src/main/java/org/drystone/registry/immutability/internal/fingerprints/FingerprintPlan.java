package org.drystone.registry.immutability.internal.fingerprints;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.Constancy;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.drystone.registry.immutability.internal.findings.FieldFinding;
import org.drystone.registry.immutability.internal.findings.Reading;
import org.drystone.registry.immutability.internal.findings.Slot;
import org.drystone.registry.immutability.internal.judging.ClassJudge;
import org.drystone.registry.immutability.internal.judging.HierarchyJudge;
import org.drystone.registry.immutability.internal.known.KnownTypes;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.drystone.registry.immutability.internal.types.ShortName;

/**
 * How objects of a class are read for a fingerprint: also what changes, but not what is filled
 * lazily. A mere view of an array of JDK types, for the reason that {@link ClassJudgement} has.
 */
final class FingerprintPlan {

  /** The ways to read an object. */
  enum Way {
    /** A value without parts. */
    IMMUTABLE_VALUE,
    /** A value of the JDK's without parts, which can change. */
    MUTABLE_VALUE,
    /** An array of primitives. */
    PRIMITIVES,
    /** An array, collection or map of the JDK's. */
    CONTAINER,
    /** A known type, as a walk reads it. */
    KNOWN,
    /** A reference that can be set. */
    REFERENCE,
    /** Field by field. */
    FIELDS,
    /** Not at all. */
    NONE
  }

  private static final Way[] WAYS = Way.values();
  private static final ClassValue<Object[]> PLANS =
      new ClassValue<>() {
        @Override
        protected Object[] computeValue(Class<?> type) {
          return plan(type).raw;
        }
      };

  /** The way, and what belongs to it. */
  private final Object[] raw;

  private FingerprintPlan(Object[] raw) {
    this.raw = raw;
  }

  @SuppressWarnings("EnumOrdinal") // Never leaves this JVM.
  private static FingerprintPlan of(Way way, Object... detail) {
    return new FingerprintPlan(new Object[] {way.ordinal(), detail});
  }

  static FingerprintPlan of(Class<?> type) {
    return new FingerprintPlan(PLANS.get(type));
  }

  Way way() {
    return WAYS[(Integer) raw[0]];
  }

  /** The fields to read, where they are the way. */
  ClassJudgement fields() {
    return new ClassJudgement((Object[]) raw[1]);
  }

  /** Why there is no way, as the rest of a sentence. */
  String obstacle() {
    return (String) ((Object[]) raw[1])[0];
  }

  private static FingerprintPlan plan(Class<?> type) {
    if (type.isArray()) {
      return of(type.getComponentType().isPrimitive() ? Way.PRIMITIVES : Way.CONTAINER);
    }
    ClassJudgement judgement = ClassJudge.of(type);
    if (judgement.finding() == Finding.CONDITIONAL
        && judgement.reading() != Reading.FIELDS
        && judgement.reading() != Reading.SHOWN) {
      return of(Way.KNOWN);
    }
    return Jdk.defines(type) ? ofJdk(type, judgement) : ofOthers(type, judgement);
  }

  /** The JDK's private fields are left alone: they tell more than what an object stands for. */
  private static FingerprintPlan ofJdk(Class<?> type, ClassJudgement judgement) {
    if (judgement.finding() == Finding.IMMUTABLE) {
      return of(Way.IMMUTABLE_VALUE);
    }
    if (ValueHash.knowsMutable(type)) {
      return of(Way.MUTABLE_VALUE);
    }
    if (type == AtomicReference.class) {
      return of(Way.REFERENCE);
    }
    boolean container = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
    if (container && type != WeakHashMap.class) {
      return of(Way.CONTAINER);
    }
    return none(type);
  }

  /** A known type that is not immutable is lazy, or shows what others hold. */
  private static FingerprintPlan ofOthers(Class<?> type, ClassJudgement judgement) {
    if (KnownTypes.judge(type).isEmpty()) {
      return ofFields(type);
    }
    return judgement.finding() == Finding.IMMUTABLE ? of(Way.IMMUTABLE_VALUE) : none(type);
  }

  private static FingerprintPlan ofFields(Class<?> type) {
    try {
      Map<Field, FieldFinding> findings = HierarchyJudge.findings(type);
      findings.values().removeIf(FingerprintPlan::isFilledLazily);
      List<Slot> slots = new ArrayList<>();
      for (Field field : findings.keySet()) {
        if (!Jdk.defines(field.getDeclaringClass())) {
          field.setAccessible(true);
          slots.add(new Slot(field, Custody.SHARED));
        } else if (!(findings.get(field) instanceof FieldFinding.Harmless)) {
          return none(type);
        }
      }
      return of(Way.FIELDS, ClassJudgement.fields(Evidence.PROVEN, slots).raw());
    } catch (InaccessibleObjectException | SecurityException | LinkageError e) {
      return none(type);
    }
  }

  /** Such a field may come and go; so may one of which only the author says that it is constant. */
  private static boolean isFilledLazily(FieldFinding finding) {
    Constancy constancy = Constancy.FINAL;
    if (finding instanceof FieldFinding.Harmless harmless) {
      constancy = harmless.constancy();
    } else if (finding instanceof FieldFinding.Decisive decisive) {
      constancy = decisive.constancy();
    }
    return constancy == Constancy.CACHE
        || constancy == Constancy.TABLE
        || constancy == Constancy.WAIVED;
  }

  private static FingerprintPlan none(Class<?> type) {
    return of(Way.NONE, "is " + ShortName.withArticle(type.getName()) + ", which cannot be read");
  }
}
