package org.drystone.registry.testkit;

import org.jspecify.annotations.Nullable;

/**
 * Where assertions about immutability begin, for a static import. They use a checker that knows no
 * engine's handles and trusts nobody, unless {@code using(checker)} names another one.
 *
 * <pre>{@code
 * assertThatObject(report).isDeeplyImmutable();
 * assertThatClass(Report.class).hasNoChangeableFields();
 * }</pre>
 */
public final class ImmutabilityAssertions {

  private ImmutabilityAssertions() {}

  /** Asserts about an object and everything reachable from it; null cannot change. */
  public static ObjectImmutabilityAssert assertThatObject(@Nullable Object actual) {
    return new ObjectImmutabilityAssert(actual);
  }

  /** Asserts about all objects of exactly this class. */
  public static ClassImmutabilityAssert assertThatClass(Class<?> actual) {
    return new ClassImmutabilityAssert(actual);
  }
}
