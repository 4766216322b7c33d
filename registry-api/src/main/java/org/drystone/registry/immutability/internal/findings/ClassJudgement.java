package org.drystone.registry.immutability.internal.findings;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.types.ShortName;
import org.jspecify.annotations.Nullable;

/**
 * What is found of a class. A mere view of an array of JDK types: a {@link ClassValue} that held a
 * type of this library would keep its class loader alive for as long as the judged class lives.
 */
public final class ClassJudgement {

  private static final Finding[] FINDINGS = Finding.values();
  private static final Evidence[] EVIDENCES = Evidence.values();
  private static final Reading[] READINGS = Reading.values();
  private static final AccessibleObject[] NO_MEMBERS = {};
  private static final int[] NO_CUSTODY = {};

  public static final String CANNOT_CHANGE = "cannot change";
  public static final String IS_LAZY = "computes what it holds only when it is asked";

  public static final String IS_VIEW = "is an unmodifiable view of what may still change";

  /** Of a class that is being judged. */
  public static final ClassJudgement NOT_YET = refused(Finding.UNKNOWN, "is not judged yet", "");

  private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final int LENGTH = 6;

  private final Object[] raw;
  private final int code;

  public ClassJudgement(Object[] raw) {
    this.raw = raw;
    this.code = (Integer) raw[0];
  }

  private ClassJudgement(@Nullable Object[] raw, int code) {
    this.raw = raw;
    this.code = code;
  }

  /** A place for a judgement that is not known yet. */
  public static @Nullable Object[] empty() {
    return new Object[LENGTH];
  }

  /** The judgement that fills this place; null as long as none does. */
  public static @Nullable ClassJudgement in(@Nullable Object[] place) {
    Object code = PLACE.getAcquire(place, 0);
    return code == null ? null : new ClassJudgement(place, (Integer) code);
  }

  /** Fills the place, unless another has: what tells that it is filled comes last. */
  public void fill(@Nullable Object[] place) {
    synchronized (place) {
      if (place[0] == null) {
        System.arraycopy(raw, 1, place, 1, LENGTH - 1);
        PLACE.setRelease(place, 0, raw[0]);
      }
    }
  }

  @SuppressWarnings("EnumOrdinal") // Never leaves this JVM.
  private static ClassJudgement of(
      Finding finding,
      Evidence evidence,
      Reading reading,
      String reason,
      String fix,
      AccessibleObject[] members,
      int[] owned) {
    return new ClassJudgement(
        new Object[] {
          finding.ordinal() | evidence.ordinal() << 4 | reading.ordinal() << 8,
          reason,
          fix,
          members,
          owned,
          ""
        });
  }

  public static ClassJudgement immutable(Evidence evidence) {
    return of(
        Finding.IMMUTABLE, evidence, Reading.NOTHING, CANNOT_CHANGE, "", NO_MEMBERS, NO_CUSTODY);
  }

  /** What lies behind a handle of that name. */
  public static ClassJudgement ofContents(String handleName) {
    Object[] raw = known(Reading.ELEMENTS).raw.clone();
    raw[5] = handleName;
    return new ClassJudgement(raw);
  }

  /** A class that the user trusts. */
  public static ClassJudgement trusted(Class<?> type, String reason) {
    return of(
        Finding.IMMUTABLE,
        Evidence.OVERRIDE,
        Reading.NOTHING,
        ShortName.of(type) + " is trusted (" + reason + ")",
        "",
        NO_MEMBERS,
        NO_CUSTODY);
  }

  public static ClassJudgement refused(Finding finding, String reason, String fix) {
    return of(finding, Evidence.PROVEN, Reading.NOTHING, reason, fix, NO_MEMBERS, NO_CUSTODY);
  }

  /** A known type whose parts decide. */
  public static ClassJudgement known(Reading reading) {
    return answering(reading, List.of());
  }

  /** A known type; what these methods answer decides, too. */
  public static ClassJudgement answering(
      Reading reading, Collection<? extends AccessibleObject> methods) {
    return of(
        Finding.CONDITIONAL,
        Evidence.KNOWN,
        reading,
        "",
        "",
        methods.toArray(NO_MEMBERS),
        new int[methods.size()]);
  }

  /** A known type whose parts decide as soon as it has computed them, which the method tells. */
  public static ClassJudgement lazy(Method isForced, String fix) {
    return of(
        Finding.CONDITIONAL,
        Evidence.KNOWN,
        Reading.FORCED,
        IS_LAZY,
        fix,
        new AccessibleObject[] {isForced},
        new int[1]);
  }

  /** A view of what may still change, unless that is found to be immutable. */
  public static ClassJudgement view(String fix) {
    return of(
        Finding.CONDITIONAL, Evidence.KNOWN, Reading.SHOWN, IS_VIEW, fix, NO_MEMBERS, NO_CUSTODY);
  }

  /** A class whose fields decide. */
  public static ClassJudgement fields(Evidence evidence, List<Slot> slots) {
    return of(
        Finding.CONDITIONAL,
        evidence,
        Reading.FIELDS,
        "",
        "",
        slots.stream().map(Slot::field).toArray(AccessibleObject[]::new),
        slots.stream().mapToInt(slot -> slot.custody().levels()).toArray());
  }

  public Object[] raw() {
    return raw;
  }

  /** The same, with the name that its class gives to a root. */
  public ClassJudgement settled(Class<?> type) {
    Object[] named = raw.clone();
    named[5] = ShortName.ofRoot(type);
    return new ClassJudgement(named);
  }

  /** What a path begins with; only where it is settled. */
  public String rootName() {
    return (String) raw[5];
  }

  /** Whether the class alone makes its objects immutable. */
  @SuppressWarnings("EnumOrdinal") // Never leaves this JVM.
  public boolean isImmutable() {
    return (code & 0xf) == Finding.IMMUTABLE.ordinal();
  }

  public Finding finding() {
    return FINDINGS[code & 0xf];
  }

  public Evidence evidence() {
    return EVIDENCES[code >> 4 & 0xf];
  }

  public Reading reading() {
    return READINGS[code >> 8 & 0xf];
  }

  public String reason() {
    return (String) raw[1];
  }

  public String fix() {
    return (String) raw[2];
  }

  /** The fields, or the methods, that show what is in an object. */
  public AccessibleObject[] members() {
    return (AccessibleObject[]) raw[3];
  }

  public Custody custody(int member) {
    return Custody.of(((int[]) raw[4])[member]);
  }
}
