package org.drystone.registry.py4j.spi;

import org.jspecify.annotations.Nullable;

/** What an extension says to a call: its own answer, or that the JVM shall answer. */
public sealed interface Answer {

  /** The JVM answers. */
  record Pass() implements Answer {
    private static final Pass INSTANCE = new Pass();
  }

  /**
   * The extension's answer.
   *
   * @param value null for a null reference
   */
  record Value(@Nullable Object value) implements Answer {}

  /** The call returns nothing, as a void method. */
  record Nothing() implements Answer {
    private static final Nothing INSTANCE = new Nothing();
  }

  /** The JVM answers. */
  static Answer pass() {
    return Pass.INSTANCE;
  }

  /** This value, or null. */
  static Answer of(@Nullable Object value) {
    return new Value(value);
  }

  /** As a void method. */
  static Answer nothing() {
    return Nothing.INSTANCE;
  }
}
