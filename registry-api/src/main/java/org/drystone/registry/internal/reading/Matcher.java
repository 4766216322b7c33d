package org.drystone.registry.internal.reading;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.drystone.registry.Label;
import org.drystone.registry.Name;
import org.drystone.registry.Query;
import org.drystone.registry.internal.entries.Version;

/** Decides whether a version is what a query asks for. */
final class Matcher {

  private final Query query;
  private final List<String> words;

  Matcher(Query query) {
    this.query = query;
    this.words = query.text().map(Matcher::words).orElse(List.of());
  }

  boolean matches(Version version) {
    Label label = version.label();
    return label.tags().containsAll(query.tags())
        && query.publisher().map(label.publisher()::equals).orElse(true)
        && !query.publishedSince().map(label.publishedAt()::isBefore).orElse(false)
        && query.publishedBefore().map(label.publishedAt()::isBefore).orElse(true)
        && query.type().map(type -> version.isReadableAs(type.type())).orElse(true)
        && words.stream().allMatch(word -> occurs(word, label));
  }

  private static boolean occurs(String word, Label label) {
    return inName(word, label.name())
        || label.tags().stream().anyMatch(tag -> contains(tag, word))
        || label.columns().stream().anyMatch(column -> contains(column, word))
        || contains(label.description().orElse(""), word);
  }

  private static boolean inName(String word, Name name) {
    return word.indexOf('/') >= 0
        ? contains(name.toString(), word)
        : contains(name.simpleName(), word) || contains(name.namespace().toString(), word);
  }

  /** Without a copy in lower case: a search looks at many texts. */
  private static boolean contains(String text, String word) {
    for (int at = 0; at <= text.length() - word.length(); at++) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String text) {
    return Arrays.stream(Normalizer.normalize(text, Normalizer.Form.NFC).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
