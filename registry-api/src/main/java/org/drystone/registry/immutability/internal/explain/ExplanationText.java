package org.drystone.registry.immutability.internal.explain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.drystone.registry.immutability.Explanation;
import org.drystone.registry.immutability.internal.types.ShortName;

/** Lays an explanation out for people. */
public final class ExplanationText {

  private static final String INDENT = "  ";

  private final Explanation explanation;
  private final StringBuilder text = new StringBuilder();
  private final int nameWidth;
  private final int typeWidth;
  private final int verdictWidth;

  private ExplanationText(Explanation explanation) {
    this.explanation = explanation;
    this.nameWidth = width(Explanation.Part::name);
    this.typeWidth = width(Explanation.Part::type);
    this.verdictWidth = width(ExplanationText::verdict);
  }

  public static String of(Explanation explanation) {
    return new ExplanationText(explanation).render();
  }

  private String render() {
    line(explanation.summary() + ".");
    if (!explanation.note().isEmpty()) {
      line(explanation.note());
    }
    byOwner().forEach(this::group);
    fixes();
    return text.toString();
  }

  private Map<Class<?>, List<Explanation.Part>> byOwner() {
    return explanation.parts().stream()
        .collect(
            Collectors.groupingBy(
                Explanation.Part::owner, LinkedHashMap::new, Collectors.toList()));
  }

  private void group(Class<?> owner, List<Explanation.Part> parts) {
    line("");
    if (owner != explanation.type()) {
      line(INDENT + "inherited from " + ShortName.withPackage(owner));
    }
    for (Explanation.Part part : parts) {
      line(
          INDENT
              + padded(part.name(), nameWidth)
              + padded(part.type(), typeWidth)
              + padded(verdict(part), verdictWidth)
              + part.reason());
    }
  }

  private void fixes() {
    List<Explanation.Part> toFix =
        explanation.parts().stream().filter(part -> !part.fix().isEmpty()).toList();
    if (!explanation.fix().isEmpty() || !toFix.isEmpty()) {
      line("");
    }
    if (!explanation.fix().isEmpty()) {
      line("To fix it: " + asClause(explanation.fix()) + ".");
    }
    toFix.forEach(part -> line("To fix " + part.name() + ": " + asClause(part.fix()) + "."));
  }

  /** The evidence, in lower case; what is to blame stands out. */
  private static String verdict(Explanation.Part part) {
    return switch (part.finding()) {
      case IMMUTABLE ->
          part.evidence().map(evidence -> evidence.name().toLowerCase(Locale.ROOT)).orElse("");
      case CONDITIONAL -> "depends";
      case MUTABLE -> "CAN CHANGE";
      case UNKNOWN -> "UNKNOWN";
    };
  }

  private static String asClause(String sentence) {
    return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }

  private int width(Function<Explanation.Part, String> column) {
    return explanation.parts().stream().map(column).mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length()) + INDENT;
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
