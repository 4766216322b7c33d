package org.drystone.registry.immutability.internal.fingerprints;

import java.net.URL;
import java.util.BitSet;
import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntToLongFunction;

/** Hashes what has no parts to walk, without running any user's code. */
final class ValueHash {

  private ValueHash() {}

  /** The hash of a value of a type that is known, or proven, to be immutable. */
  static long ofImmutable(Object value) {
    if (value instanceof Long number) {
      return Mix.of(number);
    }
    if (value instanceof Double number) {
      return Mix.of(Double.doubleToRawLongBits(number));
    }
    if (value instanceof String text) {
      return Mix.ordered(text.length(), text.hashCode());
    }
    // The hash code of a URL asks the network.
    return Mix.of(value instanceof URL url ? url.toExternalForm().hashCode() : value.hashCode());
  }

  /** Whether {@link #ofMutable} knows objects of that class of the JDK's. */
  static boolean knowsMutable(Class<?> jdkType) {
    return Number.class.isAssignableFrom(jdkType)
        || CharSequence.class.isAssignableFrom(jdkType)
        || Date.class.isAssignableFrom(jdkType)
        || jdkType == BitSet.class
        || jdkType == AtomicBoolean.class
        || jdkType == AtomicIntegerArray.class
        || jdkType == AtomicLongArray.class;
  }

  /** The hash of what such an object shows at present. */
  static long ofMutable(Object value) {
    if (value instanceof Number number) {
      return Mix.ordered(number.longValue(), Double.doubleToRawLongBits(number.doubleValue()));
    }
    return value instanceof Date || value instanceof BitSet
        ? Mix.of(value.hashCode())
        : ofImmutable(value.toString());
  }

  /** The hash of an array of primitives. */
  static long ofPrimitives(Object array) {
    if (array instanceof byte[] a) {
      return of(a.length, i -> a[i]);
    }
    if (array instanceof int[] a) {
      return of(a.length, i -> a[i]);
    }
    if (array instanceof long[] a) {
      return of(a.length, i -> a[i]);
    }
    if (array instanceof double[] a) {
      return of(a.length, i -> Double.doubleToRawLongBits(a[i]));
    }
    if (array instanceof float[] a) {
      return of(a.length, i -> Float.floatToRawIntBits(a[i]));
    }
    if (array instanceof char[] a) {
      return of(a.length, i -> a[i]);
    }
    if (array instanceof short[] a) {
      return of(a.length, i -> a[i]);
    }
    boolean[] a = (boolean[]) array;
    return of(a.length, i -> a[i] ? 1 : 0);
  }

  private static long of(int length, IntToLongFunction elements) {
    long hash = length;
    for (int i = 0; i < length; i++) {
      hash = Mix.ordered(hash, elements.applyAsLong(i));
    }
    return hash;
  }
}
