package org.drystone.registry.immutability.internal.ownership;

import org.drystone.registry.immutability.internal.types.Ownable;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.FieldNode;

/**
 * How deep containers lie in containers, by what is said in angle brackets. That is not believed,
 * but tells which proofs are worth a try.
 */
public final class Nesting {

  private final String signature;
  private int next;

  private Nesting(String signature) {
    this.signature = signature;
  }

  /** How many levels of containers a field seems to hold; one at least. */
  public static int of(FieldNode field) {
    @Nullable String generic = field.signature;
    return Math.max(1, new Nesting(generic == null ? field.desc : generic).levels());
  }

  /** Of the type that comes next. */
  private int levels() {
    return switch (signature.charAt(next++)) {
      case '[' -> 1 + levels();
      case '+', '-' -> levels();
      case 'T' -> skipName();
      case 'L' -> ofClass();
      default -> 0;
    };
  }

  private int skipName() {
    next = signature.indexOf(';', next) + 1;
    return 0;
  }

  /** The last argument is what a list, or a map, holds. */
  private int ofClass() {
    int start = next;
    while ("<;.".indexOf(signature.charAt(next)) < 0) {
      next++;
    }
    String name = signature.substring(start, next);
    int inLast = 0;
    while (signature.charAt(next) != ';') {
      switch (signature.charAt(next)) {
        case '<', '>' -> next++;
        case '.' -> skipInner();
        default -> inLast = levels();
      }
    }
    next++;
    return isContainer(name) ? 1 + inLast : 0;
  }

  private void skipInner() {
    do {
      next++;
    } while ("<;.".indexOf(signature.charAt(next)) < 0);
  }

  private static boolean isContainer(String name) {
    if (!name.startsWith("java/util/")) {
      return false;
    }
    try {
      return Ownable.fits(Class.forName(name.replace('/', '.'), false, null));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
