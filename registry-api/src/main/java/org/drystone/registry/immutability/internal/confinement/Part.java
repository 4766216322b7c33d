package org.drystone.registry.immutability.internal.confinement;

import java.lang.reflect.Modifier;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * An object that followed code makes: all those that one instruction makes in runs that begin at
 * one place.
 *
 * @param entrance where the run begins
 * @param site what makes it
 * @param type its exact class
 * @param age whether the present run made it
 */
record Part(Code entrance, AbstractInsnNode site, Class<?> type, Age age) implements Source {

  /** Since when an object is there. */
  enum Age {
    /** The present run made it. */
    NEW,
    /** It was read from where an earlier run left it. */
    OLD
  }

  /** What a constructor makes that others may call for objects of a subclass, too. */
  static Part constructed(Code constructor, Class<?> type) {
    return new Part(constructor, constructor.method().instructions.getLast(), type, Age.NEW);
  }

  /** Whether the object may be of a subclass. */
  boolean isOpen() {
    return site == entrance.method().instructions.getLast()
        && !Modifier.isFinal(entrance.type().getModifiers());
  }

  /** The same, whenever it was made. */
  Part ageless() {
    return age == Age.NEW ? this : new Part(entrance, site, type, Age.NEW);
  }

  /** The same as later runs find it. */
  Part old() {
    return age == Age.OLD ? this : new Part(entrance, site, type, Age.OLD);
  }
}
