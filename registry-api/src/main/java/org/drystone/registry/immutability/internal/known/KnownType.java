package org.drystone.registry.immutability.internal.known;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.drystone.registry.immutability.Evidence;
import org.drystone.registry.immutability.Finding;
import org.drystone.registry.immutability.internal.findings.ClassJudgement;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.drystone.registry.immutability.internal.findings.Reading;
import org.drystone.registry.immutability.internal.findings.Slot;
import org.drystone.registry.immutability.internal.types.PublicMethods;
import org.drystone.registry.immutability.internal.types.ShortName;

/**
 * One line of a list of known types: a rule, the name of a type, and an argument.
 *
 * @param argument what to use instead of a mutable type; the methods, divided by spaces, whose
 *     answers belong to what has to be looked at
 */
record KnownType(Rule rule, String name, String argument) {

  /** What is known. */
  enum Rule {
    /** Objects of exactly this class cannot change. */
    IMMUTABLE,
    /** Nor can objects of its provider's own subtypes. */
    IMMUTABLES,
    /** As immutable as its elements; the provider's own subtypes, too. */
    ELEMENTS,
    /** As immutable as its keys and values; the provider's own subtypes, too. */
    ENTRIES,
    /** As immutable as what its methods answer; the provider's own subtypes, too. */
    ANSWERS,
    /** As immutable as the elements of what its methods answer; own subtypes, too. */
    LISTS,
    /** As immutable as what its iterator gives, which is not the JDK's; own subtypes, too. */
    ITERATES,
    /** As immutable as the object in it, if there is one. */
    OPTIONAL,
    /**
     * Computes what its iterator gives only when asked. The first word of the argument is the
     * method that tells, without asking, whether all is computed; the provider's own subtypes, too.
     */
    LAZY,
    /** Nothing is known of it, whatever is known of its supertypes. */
    OWN,
    /** Shows what another collection holds, which may change; the provider's own subtypes, too. */
    VIEW,
    /**
     * The same, of the JDK's: the field that comes first in the argument tells which one, if it is
     * open; otherwise the other collection is asked whether it is one of the JDK's immutable ones.
     */
    BACKED,
    /**
     * Objects can change; those of any subclass, and of an interface's JDK implementations, too.
     */
    MUTABLE,
    /** A superclass whose own state is of no concern. */
    NEUTRAL
  }

  static KnownType parse(String line) {
    String[] words = line.split("\\s+", 3);
    return new KnownType(Rule.valueOf(words[0]), words[1], words.length > 2 ? words[2] : "");
  }

  /** Whether the entry of a supertype says anything of this type. */
  boolean coversSubtype(Class<?> supertype, Class<?> type) {
    return switch (rule) {
      case NEUTRAL -> false;
      case IMMUTABLE, OPTIONAL -> type == supertype;
      case MUTABLE -> !supertype.isInterface() || Provider.isSame(supertype, type);
      default -> Provider.isSame(supertype, type);
    };
  }

  boolean addsNothing() {
    return rule == Rule.NEUTRAL || rule == Rule.IMMUTABLE || rule == Rule.IMMUTABLES;
  }

  ClassJudgement judge(Class<?> type) {
    return switch (rule) {
      case MUTABLE ->
          ClassJudgement.refused(
              Finding.MUTABLE,
              "is " + ShortName.withArticle(type.getName()) + ", which is mutable",
              argument);
      case VIEW -> view(argument);
      case BACKED -> backed(type);
      case LAZY -> lazy(type);
      case LISTS -> reading(Reading.LISTS, type);
      case ITERATES -> reading(Reading.ITERATION, type);
      case ELEMENTS -> reading(Reading.ELEMENTS, type);
      case ENTRIES -> reading(Reading.ENTRIES, type);
      case ANSWERS -> reading(Reading.ANSWERS, type);
      case OPTIONAL -> reading(Reading.OPTIONAL, type);
      default -> ClassJudgement.immutable(Evidence.KNOWN);
    };
  }

  private static ClassJudgement view(String fix) {
    return ClassJudgement.refused(Finding.UNKNOWN, ClassJudgement.IS_VIEW, fix);
  }

  private ClassJudgement backed(Class<?> type) {
    int space = argument.indexOf(' ');
    return Fields.open(type, name, argument.substring(0, space))
        .map(field -> new Slot(field, Custody.SHARED))
        .map(slot -> ClassJudgement.fields(Evidence.KNOWN, List.of(slot)))
        .orElseGet(() -> ClassJudgement.view(argument.substring(space + 1)));
  }

  private ClassJudgement lazy(Class<?> type) {
    String[] words = argument.split(" ", 2);
    return PublicMethods.find(type, words[0])
        .map(isForced -> ClassJudgement.lazy(isForced, words[1]))
        .orElseGet(() -> ClassJudgement.refused(Finding.UNKNOWN, ClassJudgement.IS_LAZY, words[1]));
  }

  private ClassJudgement reading(Reading reading, Class<?> type) {
    List<Optional<Method>> methods =
        Arrays.stream(argument.split(" "))
            .filter(method -> !method.isEmpty())
            .map(method -> PublicMethods.find(type, method))
            .toList();
    return methods.stream().allMatch(Optional::isPresent)
        ? ClassJudgement.answering(reading, methods.stream().flatMap(Optional::stream).toList())
        : ClassJudgement.refused(
            Finding.UNKNOWN,
            "is " + ShortName.withArticle(type.getName()) + ", which cannot be read",
            "Use a version of the library that has the methods " + argument);
  }
}
