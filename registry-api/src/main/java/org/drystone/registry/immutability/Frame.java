package org.drystone.registry.immutability;

import org.jspecify.annotations.Nullable;

/** An object on the way from the root to where the walk is, and which of its parts comes next. */
abstract class Frame {

  /** Moves to the next part, if there is one, and says whether there was. */
  abstract boolean advance() throws ReflectiveOperationException;

  /** The part moved to. */
  abstract @Nullable Object part();

  /** The custody of the part moved to. */
  Custody custody() {
    return Custody.SHARED;
  }

  /** Appends how the part moved to is reached: {@code .rows}, {@code [3]}. */
  abstract void appendStep(StringBuilder path);
}
