package org.drystone.registry.immutability.internal.known;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.types.Jdk;

/**
 * The types that are known rather than proven: those of the JDK and of the libraries whose lists
 * lie beside this class as resources. (Not in the code: relocation would rewrite the names there.)
 */
public final class KnownTypes {

  private static final TypeList JDK = TypeList.load("jdk-types.txt", Jdk::defines);
  private static final TypeList LIBRARIES =
      TypeList.load("library-types.txt", type -> !Jdk.defines(type));

  /** Who knows of the JDK's own types, the first who does counts. */
  private static final List<Source> OF_JDK =
      List.of(
          new Source("is one of the JDK's immutable collections", ProbedTypes::judge),
          new Source("is on Drystone's list of the JDK's types", JDK::judge),
          new Source("is marked by the JDK as a mere value", ValueBased::judge));

  /** Who knows of all others. */
  private static final List<Source> OF_OTHERS =
      List.of(
          new Source("is on Drystone's list of libraries' types", LIBRARIES::judge),
          new Source("extends a type on Drystone's list of the JDK's types", JDK::judge));

  private KnownTypes() {}

  /** Empty if nothing is known of objects of exactly this class. */
  public static Optional<ClassJudgement> judge(Class<?> type) {
    return sources(type).stream().flatMap(source -> source.judge(type).stream()).findFirst();
  }

  /** Who knows of objects of exactly this class, as a clause about the class. */
  public static Optional<String> origin(Class<?> type) {
    return sources(type).stream()
        .filter(source -> source.judge(type).isPresent())
        .map(Source::clause)
        .findFirst();
  }

  /** Whether a subclass need not care for what this superclass declares. */
  public static boolean addsNothing(Class<?> superclass) {
    return (Jdk.defines(superclass) ? JDK : LIBRARIES).addsNothing(superclass);
  }

  private static List<Source> sources(Class<?> type) {
    return Jdk.defines(type) ? OF_JDK : OF_OTHERS;
  }

  /** Something that knows types. */
  private record Source(String clause, Function<Class<?>, Optional<ClassJudgement>> knowledge) {

    Optional<ClassJudgement> judge(Class<?> type) {
      return knowledge.apply(type);
    }
  }
}
