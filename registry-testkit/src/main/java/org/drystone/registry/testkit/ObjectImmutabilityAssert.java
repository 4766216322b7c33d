package org.drystone.registry.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Objects;
import org.assertj.core.api.AbstractObjectAssert;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.ImmutabilityChecker;
import org.drystone.registry.immutability.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Asserts whether an object, with everything reachable from it, can change; has AssertJ's own
 * assertions for objects, too. Each method looks at the object anew.
 */
public final class ObjectImmutabilityAssert
    extends AbstractObjectAssert<ObjectImmutabilityAssert, @Nullable Object> {

  private ImmutabilityChecker checker = new ImmutabilityChecker();

  ObjectImmutabilityAssert(@Nullable Object actual) {
    super(actual, ObjectImmutabilityAssert.class);
  }

  /** Uses this checker from here on, such as one that trusts what the hub's checker trusts. */
  @CanIgnoreReturnValue
  public ObjectImmutabilityAssert using(ImmutabilityChecker checker) {
    this.checker = Objects.requireNonNull(checker, "checker");
    return this;
  }

  /**
   * Asserts that the registry would publish the object as it is: neither it nor anything reachable
   * from it can change.
   *
   * @throws AssertionError with path, reason and fix, if it can change, if that is undecided, or if
   *     it is a handle of an engine
   */
  @CanIgnoreReturnValue
  public ObjectImmutabilityAssert isDeeplyImmutable() {
    Verdict verdict = verdict();
    if (verdict.kind() != Verdict.Kind.IMMUTABLE) {
      throw failure("to be deeply immutable", verdict);
    }
    return this;
  }

  /**
   * As {@link #isDeeplyImmutable()}, and asserts that it rests on no weaker evidence than this:
   * {@link Evidence#CACHES}, say, accepts what is proven, known or a cache, but nobody's word.
   *
   * @throws AssertionError as {@link #isDeeplyImmutable()}, and if the evidence is weaker
   */
  @CanIgnoreReturnValue
  public ObjectImmutabilityAssert isDeeplyImmutableWith(Evidence weakest) {
    isDeeplyImmutable();
    Verdict verdict = verdict();
    if (verdict.evidence().filter(evidence -> evidence.compareTo(weakest) > 0).isPresent()) {
      throw failure("to be deeply immutable, with " + weakest + " at the weakest", verdict);
    }
    return this;
  }

  /**
   * Asserts that the registry would refuse the object: it can change, or that is undecided.
   *
   * @throws AssertionError if it cannot change, or is a handle of an engine
   */
  @CanIgnoreReturnValue
  public ObjectImmutabilityAssert isNotDeeplyImmutable() {
    Verdict verdict = verdict();
    if (verdict.kind() == Verdict.Kind.IMMUTABLE || verdict.kind() == Verdict.Kind.HANDLE) {
      throw failure("not to be deeply immutable", verdict);
    }
    return this;
  }

  /**
   * Asserts that the object can change, and that the first place where it can is there.
   *
   * @param path from the root, as verdicts show it: {@code Report.rows[3].when}
   * @throws AssertionError if it cannot change, if that is undecided, or if the place is another
   */
  @CanIgnoreReturnValue
  public ObjectImmutabilityAssert canChangeAt(String path) {
    return isFound(Verdict.Kind.MUTABLE, path, "to change at");
  }

  /**
   * Asserts that it is undecided whether the object can change, because of what is there.
   *
   * @param path from the root, as verdicts show it: {@code Report.rows[3].when}
   * @throws AssertionError if it is decided, or if the place is another
   */
  @CanIgnoreReturnValue
  public ObjectImmutabilityAssert isUndecidedAt(String path) {
    return isFound(Verdict.Kind.UNDECIDED, path, "to be undecided at");
  }

  @CanIgnoreReturnValue
  private ObjectImmutabilityAssert isFound(Verdict.Kind kind, String path, String expectation) {
    Verdict verdict = verdict();
    if (verdict.kind() != kind || !verdict.path().equals(path)) {
      throw failure(expectation + "\n  " + path, verdict);
    }
    return this;
  }

  private Verdict verdict() {
    return checker.check(actual);
  }

  private AssertionError failure(String expectation, Verdict verdict) {
    return failure(
        "%nExpecting object:%n  %s%n%s%nbut it is %s%s:%n  %s %s%s",
        info.representation().toStringOf(actual),
        expectation,
        verdict.kind(),
        verdict.evidence().map(evidence -> " (" + evidence + ")").orElse(""),
        verdict.path(),
        verdict.reason(),
        verdict.fix().isEmpty() ? "" : "\nTo fix it:\n  " + verdict.fix());
  }
}
