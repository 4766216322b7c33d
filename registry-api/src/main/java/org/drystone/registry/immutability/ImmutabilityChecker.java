package org.drystone.registry.immutability;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.drystone.registry.immutability.HandleVoucher.Handle;
import org.drystone.registry.immutability.internal.explain.Explainer;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.fingerprints.FingerprintWalk;
import org.drystone.registry.immutability.internal.judging.Trust;
import org.drystone.registry.immutability.internal.judging.Vouchers;
import org.drystone.registry.immutability.internal.types.ShortName;
import org.drystone.registry.immutability.internal.walk.Tally;
import org.drystone.registry.immutability.internal.walk.Terms;
import org.drystone.registry.immutability.internal.walk.Walk;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an object, with everything reachable from it, can change. Never throws for what
 * it is given; what cannot be decided is {@link Verdict.Kind#UNDECIDED}. Safe for use by any number
 * of threads.
 *
 * <p>Out of scope are changes through reflection, {@code Unsafe}, native code and deserialization.
 */
public final class ImmutabilityChecker {

  private static final Verdict NULL =
      Verdict.immutable(Evidence.PROVEN, "null", ClassJudgement.CANNOT_CHANGE);

  private final Terms terms;

  /** A checker that trusts nobody, knows no engine's handles and has the default budget. */
  public ImmutabilityChecker() {
    this(builder());
  }

  private ImmutabilityChecker(Builder told) {
    this.terms = new Terms(new Vouchers(told.vouchers), new Trust(told.trusted), told.budget);
  }

  /** Starts to configure a checker. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The finding for this object; null is immutable. An object that changes meanwhile is found out
   * or not, but does no harm. What lies behind a view such as {@code Collections.unmodifiableList}
   * may be asked whether it contains an object of this library's; whatever it throws is ignored.
   */
  public Verdict check(@Nullable Object object) {
    if (object == null) {
      return NULL;
    }
    try {
      ClassJudgement judgement = terms.judge(object.getClass());
      return judgement.isImmutable() ? Tally.immutable(judgement) : check(object, judgement);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return Verdict.of(
          Verdict.Kind.UNDECIDED,
          ShortName.ofRoot(object.getClass()),
          "cannot be looked at (" + e.getClass().getName() + ")",
          "Publish it in smaller parts, or from a thread and a JVM with more memory");
    }
  }

  private Verdict check(Object object, ClassJudgement judgement) {
    Optional<Handle> handle = terms.vouchers().vouch(object);
    return handle.isPresent()
        ? checkHandle(handle.get(), judgement.rootName())
        : Walk.from(object, judgement, terms);
  }

  private Verdict checkHandle(Handle handle, String rootName) {
    List<Object> contents = handle.contents();
    Verdict behind = Walk.from(contents, ClassJudgement.ofContents(rootName), terms);
    return behind.kind() == Verdict.Kind.IMMUTABLE
        ? Verdict.of(
            Verdict.Kind.HANDLE, rootName, "is " + ShortName.withArticle(handle.description()), "")
        : behind;
  }

  /**
   * Explains what holds of objects of exactly this class, and why, field by field. Never throws,
   * whatever the class; engines' handles are recognised as objects only, so not here.
   */
  public Explanation explain(Class<?> type) {
    return Explainer.explain(type, terms.trust());
  }

  /**
   * Sums up what the object, and everything reachable from it, holds now: a second line of defence
   * where it is only believed that nothing changes. Fields that are proven to be caches, and those
   * that only the author of a class declares constant, are left out; so is the order of hash
   * tables. Handles of engines count as they are. Takes as long as reading all of it.
   *
   * @param maxParts how many references and values to read at most
   * @throws NoFingerprintException if there is more, if a part cannot be read, or if it is changed
   *     in a way that breaks its iterators meanwhile
   */
  public Fingerprint fingerprint(Object object, long maxParts) throws NoFingerprintException {
    return FingerprintWalk.of(object, terms.vouchers(), maxParts);
  }

  /** Configures a checker. Not safe for use by several threads at once. */
  public static final class Builder {

    private final List<HandleVoucher> vouchers = new ArrayList<>();
    private final Map<Class<?>, String> trusted = new LinkedHashMap<>();
    private Budget budget = Budget.DEFAULT;

    private Builder() {}

    /**
     * Asks this voucher, after those given before, about each object whose class alone does not
     * make it immutable. An object that it vouches for is a {@link Verdict.Kind#HANDLE} if it is
     * the root; inside of another value it is refused, with its path.
     */
    @CanIgnoreReturnValue
    public Builder voucher(HandleVoucher voucher) {
      vouchers.add(Objects.requireNonNull(voucher, "voucher"));
      return this;
    }

    /**
     * Takes the user's word that objects of exactly this class cannot change, wherever they are and
     * whatever is in them. Verdicts that rest on it say so: {@link Evidence#OVERRIDE}, and the
     * reason. Said twice of a class, the later reason counts.
     *
     * @param exact not of its subclasses, each of which can be trusted by itself
     * @param reason why, for those who read the verdict
     * @throws IllegalArgumentException if no object is of exactly this class (a primitive, an
     *     interface, an abstract class), if it is an array's, which anybody can write to, or if the
     *     reason is blank
     */
    @CanIgnoreReturnValue
    public Builder trust(Class<?> exact, String reason) {
      Trust.requireSensible(exact, reason);
      trusted.put(exact, reason);
      return this;
    }

    /** How far a check goes; {@link Budget#DEFAULT} unless told otherwise. */
    @CanIgnoreReturnValue
    public Builder budget(Budget limits) {
      budget = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /** A checker that goes by what was said so far. */
    public ImmutabilityChecker build() {
      return new ImmutabilityChecker(this);
    }
  }
}
