package org.drystone.registry.immutability.internal.findings;

/**
 * Who else can reach the array or collection in a field.
 *
 * @param levels how many levels of containers in containers only the object itself can reach, and
 *     never changes, as is proven: none, the container, or also those that are elements of it, or
 *     values of a map, and so on
 */
public record Custody(int levels) {

  /** Others may hold it. */
  public static final Custody SHARED = new Custody(0);

  /** It is the object's own, but others may hold what is in it. */
  public static final Custody OWNED = new Custody(1);

  /** Of so many levels. */
  public static Custody of(int levels) {
    return switch (levels) {
      case 0 -> SHARED;
      case 1 -> OWNED;
      default -> new Custody(levels);
    };
  }

  public boolean isOwned() {
    return levels > 0;
  }

  /** The custody of an element, or of a value of a map. */
  public Custody ofElements() {
    return of(Math.max(0, levels - 1));
  }
}
