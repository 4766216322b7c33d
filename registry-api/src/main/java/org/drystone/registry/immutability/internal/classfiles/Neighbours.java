package org.drystone.registry.immutability.internal.classfiles;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.objectweb.asm.tree.ClassNode;

/**
 * The classes beyond a family that may reach what is not private: those of the packages of the
 * exact class and its superclasses, as far as they mention what is asked for.
 */
public final class Neighbours {

  private final ExactType exact;
  private final Predicate<String> isMember;
  private final Set<ClassNode> admitted = new LinkedHashSet<>();

  /**
   * Of a family.
   *
   * @param isMember tells the names of its members, which are no neighbours
   */
  public Neighbours(ExactType exact, Predicate<String> isMember) {
    this.exact = exact;
    this.isMember = isMember;
  }

  /** Those that were let in so far; a class once for each release of Java that it is there for. */
  public Set<ClassNode> admitted() {
    return admitted;
  }

  static String folder(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('/')));
  }

  /** Lets in the classes beside a class that mention a name; false if others may be there. */
  public boolean admitPackage(String className, String mentioned) {
    List<Optional<ClosedPackage>> packages =
        exact.partsIn(folder(className)).map(ClosedPackage::of).toList();
    if (packages.isEmpty() || packages.stream().anyMatch(Optional::isEmpty)) {
      return false;
    }
    packages.forEach(closed -> admitted.addAll(closed.get().mentioning(mentioned, isMember)));
    return true;
  }

  /** Lets in the classes that share the private members of one; false if one cannot be read. */
  public boolean admitNest(Class<?> type) {
    Optional<Map<String, ClassNode>> nest = Nest.of(type);
    nest.ifPresent(members -> members.values().forEach(this::admit));
    return nest.isPresent();
  }

  private void admit(ClassNode node) {
    if (!isMember.test(node.name)) {
      admitted.add(node);
    }
  }
}
