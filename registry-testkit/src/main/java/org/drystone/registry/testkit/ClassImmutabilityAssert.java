package org.drystone.registry.testkit;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Objects;
import org.assertj.core.api.AbstractClassAssert;
import org.drystone.registry.immutability.Explanation;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.ImmutabilityChecker;

/**
 * Asserts whether objects of exactly one class can change; has AssertJ's own assertions for
 * classes, too. A failure shows the class field by field.
 */
public final class ClassImmutabilityAssert extends AbstractClassAssert<ClassImmutabilityAssert> {

  private ImmutabilityChecker checker = new ImmutabilityChecker();

  ClassImmutabilityAssert(Class<?> actual) {
    super(actual, ClassImmutabilityAssert.class);
  }

  /** Uses this checker from here on, such as one that trusts what the hub's checker trusts. */
  @CanIgnoreReturnValue
  public ClassImmutabilityAssert using(ImmutabilityChecker checker) {
    this.checker = Objects.requireNonNull(checker, "checker");
    return this;
  }

  /**
   * Asserts that no object of exactly this class can change, whatever is given to its constructors.
   * A class with a {@code List} of others' making does not pass: use {@link
   * #hasNoChangeableFields()}.
   *
   * @throws AssertionError with the explanation of the class
   */
  @CanIgnoreReturnValue
  public ClassImmutabilityAssert hasOnlyImmutableInstances() {
    Explanation explanation = explanation();
    if (explanation.finding() != Finding.IMMUTABLE) {
      throw failure("to have only immutable instances", explanation);
    }
    return this;
  }

  /**
   * Asserts that the class itself is in order: its objects can change only if something in them
   * can, such as an element of a list that was given to them.
   *
   * @throws AssertionError with the explanation of the class, if a field can change, if it is bound
   *     to hold what can change, such as an array that others may hold, or if that is unknown
   */
  @CanIgnoreReturnValue
  public ClassImmutabilityAssert hasNoChangeableFields() {
    Explanation explanation = explanation();
    if (explanation.finding() == Finding.MUTABLE || explanation.finding() == Finding.UNKNOWN) {
      throw failure("to have no changeable fields", explanation);
    }
    return this;
  }

  private Explanation explanation() {
    isNotNull();
    return checker.explain(actual);
  }

  private AssertionError failure(String expectation, Explanation explanation) {
    return failure(
        "%nExpecting class:%n  %s%n%s, but%n%n%s",
        info.representation().toStringOf(actual), expectation, explanation.text());
  }
}
