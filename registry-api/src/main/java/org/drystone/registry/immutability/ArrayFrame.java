package org.drystone.registry.immutability;

import org.jspecify.annotations.Nullable;

/** Walks the elements of an array that only its owner holds. */
final class ArrayFrame extends Frame {

  private final Object[] array;
  private int index = -1;

  ArrayFrame(Object[] array) {
    this.array = array;
  }

  @Override
  boolean advance() {
    return ++index < array.length;
  }

  @Override
  @Nullable Object part() {
    return array[index];
  }

  @Override
  void appendStep(StringBuilder path) {
    path.append('[').append(index).append(']');
  }
}
