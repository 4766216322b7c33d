package org.drystone.registry;

/** The grammar of references; see {@link Ref}. */
final class RefParser {

  private RefParser() {}

  static <T> Ref<T> parse(String text, TypeRef<T> type) {
    int colon = text.indexOf(':');
    int at = text.indexOf('@');
    if (colon >= 0 && at >= 0) {
      throw invalid(text, "it has both a version and an alias");
    }
    if (colon >= 0) {
      return new VersionRef<>(
          Name.parse(text.substring(0, colon)), version(text, text.substring(colon + 1)), type);
    }
    if (at >= 0) {
      return new AliasRef<>(
          Name.parse(text.substring(0, at)), Alias.of(text.substring(at + 1)), type);
    }
    return new Key<>(Name.parse(text), type);
  }

  /** The number in {@code v<number>}; at most 18 digits, so that it fits a long. */
  private static long version(String text, String version) {
    if (!version.matches("v[1-9][0-9]{0,17}")) {
      throw invalid(text, "after the colon stands no version");
    }
    return Long.parseLong(version.substring(1));
  }

  private static InvalidNameException invalid(String text, String reason) {
    return new InvalidNameException(
        "\"" + NamePart.shown(text) + "\" is no reference",
        reason,
        "Write name, name:v3 or name@alias");
  }
}
