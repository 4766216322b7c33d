package org.drystone.registry.immutability.internal.classfiles;

import java.lang.reflect.Modifier;
import org.drystone.registry.immutability.internal.types.Jdk;
import org.objectweb.asm.Opcodes;

/** Whether there are no subclasses of a class. */
public final class Finality {

  private Finality() {}

  /**
   * Whether the JVM sees to that. What reflection says of a class in another one is that class's
   * own word; its class file has the other.
   */
  public static boolean isFinal(Class<?> type) {
    return Modifier.isFinal(type.getModifiers())
        && (Jdk.defines(type)
            || ClassFiles.read(type)
                .filter(file -> (file.access & Opcodes.ACC_FINAL) != 0)
                .isPresent());
  }
}
