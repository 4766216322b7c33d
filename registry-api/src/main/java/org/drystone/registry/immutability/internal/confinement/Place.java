package org.drystone.registry.immutability.internal.confinement;

import org.drystone.registry.immutability.internal.types.Jdk;
import org.objectweb.asm.Opcodes;

/**
 * A field, whichever object's it is.
 *
 * @param owner the class that declares it; of the elements of an array, the class of the array
 */
record Place(Class<?> owner, String name, Reach reach) {

  /** Who can reach it. */
  enum Reach {
    /** Only classes that share the private members of the owner. */
    NEST,
    /** Others, too. */
    OTHERS
  }

  /**
   * A field. What compilers make for an inner class no source can name; of the JDK's classes it is
   * not worth knowing what they do with theirs.
   */
  static Place of(Class<?> owner, String name, int access) {
    boolean isHidden = (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) != 0;
    return new Place(owner, name, isHidden && !Jdk.defines(owner) ? Reach.NEST : Reach.OTHERS);
  }

  /** The elements of arrays of a class. */
  static Place elements(Class<?> array) {
    return new Place(array, "[]", Reach.OTHERS);
  }

  boolean isPrivate() {
    return reach == Reach.NEST;
  }
}
