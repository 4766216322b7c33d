package org.drystone.registry.spark.compat;

import java.util.Optional;
import java.util.function.Function;
import scala.Function1;
import scala.runtime.AbstractPartialFunction;

/**
 * A rewriting of the nodes of a tree, as Spark's transformations take it: a node is kept where the
 * function gives nothing.
 *
 * @param <T> the nodes
 */
public final class Rewrite<T> extends AbstractPartialFunction<T, T> {

  private final Function<T, Optional<T>> replacement;

  private Rewrite(Function<T, Optional<T>> replacement) {
    this.replacement = replacement;
  }

  /** The rewriting by that function. */
  public static <T> Rewrite<T> by(Function<T, Optional<T>> replacement) {
    return new Rewrite<>(replacement);
  }

  @Override
  public boolean isDefinedAt(T node) {
    return replacement.apply(node).isPresent();
  }

  @Override
  @SuppressWarnings("unchecked") // B1 is a supertype of T by the contract of partial functions
  public <A1 extends T, B1> B1 applyOrElse(A1 node, Function1<A1, B1> otherwise) {
    return replacement.apply(node).map(found -> (B1) found).orElseGet(() -> otherwise.apply(node));
  }
}
