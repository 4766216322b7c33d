package org.drystone.registry.spark.pyspark;

import java.util.concurrent.Callable;
import scala.Function0;
import scala.runtime.AbstractFunction0;

/** Hands Java code to Scala methods that take a block. */
final class ScalaCalls {

  private ScalaCalls() {}

  /** A block that throws what the body throws, checked exceptions too, as Scala's blocks do. */
  static <T> Function0<T> block(Callable<T> body) {
    return new AbstractFunction0<>() {
      @Override
      public T apply() {
        try {
          return body.call();
        } catch (Exception e) {
          throw sneaky(e);
        }
      }
    };
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
