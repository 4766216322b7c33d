package org.drystone.registry;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a program has read: which version each reference led to, in one registry. Kept as text, and
 * {@linkplain Replay replayed} later: the program then reads exactly the same versions.
 *
 * <p>The text is a line {@code drystone lock 1 <registry id>} and then a line for each reference:
 * the reference, a tab, and the version ({@code v3}). A reference contains no tab.
 */
public final class LockFile {

  private static final String HEADER = "drystone lock 1 ";
  private static final Comparator<Ref<Object>> BY_TEXT = Comparator.comparing(Ref::toString);

  private final String registryId;
  private final SortedMap<Ref<Object>, VersionId> versions;

  private LockFile(String registryId, SortedMap<Ref<Object>, VersionId> versions) {
    this.registryId = registryId;
    this.versions = Collections.unmodifiableSortedMap(versions);
  }

  static LockFile of(String registryId, Map<Ref<Object>, Long> numbers) {
    SortedMap<Ref<Object>, VersionId> versions = new TreeMap<>(BY_TEXT);
    numbers.forEach((ref, number) -> versions.put(ref, new VersionId(ref.name(), number)));
    return new LockFile(registryId, versions);
  }

  /**
   * Parses the text of a lock file.
   *
   * @throws InvalidArgumentException if it is none; the message names the line
   */
  public static LockFile parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.isEmpty() || !lines.get(0).startsWith(HEADER)) {
      throw invalid(1, "it does not begin with \"" + HEADER + "<registry id>\"");
    }
    Map<Ref<Object>, Long> numbers = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      addLine(lines.get(i), i + 1, numbers);
    }
    return of(lines.get(0).substring(HEADER.length()), numbers);
  }

  private static void addLine(String line, int number, Map<Ref<Object>, Long> numbers) {
    String[] parts = line.split("\t", -1);
    if (parts.length != 2 || !parts[1].matches("v[1-9][0-9]{0,17}")) {
      throw invalid(number, "it is not a reference, a tab and a version");
    }
    Ref<Object> ref = reference(parts[0], number);
    long version = Long.parseLong(parts[1].substring(1));
    if (ref instanceof VersionRef<?> exact && exact.version() != version) {
      throw invalid(number, "the reference is to another version");
    }
    if (numbers.put(ref, version) != null) {
      throw invalid(number, "the reference stands in it twice");
    }
  }

  private static Ref<Object> reference(String text, int line) {
    try {
      return Ref.parse(text);
    } catch (InvalidNameException e) {
      throw invalid(line, e.reason());
    }
  }

  /** The registry that the versions are of. */
  public String registryId() {
    return registryId;
  }

  /** The version of each reference, in the order of the text; unmodifiable. */
  public SortedMap<Ref<Object>, VersionId> versions() {
    return versions;
  }

  /** The same reference for any type. */
  static Ref<Object> untyped(Ref<?> ref) {
    Key<Object> key = Key.of(ref.name(), Object.class);
    if (ref instanceof VersionRef<?> exact) {
      return key.version(exact.version());
    }
    return ref instanceof AliasRef<?> alias ? key.alias(alias.alias().text()) : key;
  }

  private static InvalidArgumentException invalid(int line, String reason) {
    return new InvalidArgumentException(
        "Line " + line + " makes the text no lock file",
        reason,
        "Use the text of a lock file as it was written");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LockFile that
        && registryId.equals(that.registryId)
        && versions.equals(that.versions);
  }

  @Override
  public int hashCode() {
    return 31 * registryId.hashCode() + versions.hashCode();
  }

  /** The text that {@link #parse} understands. */
  @Override
  public String toString() {
    return versions.entrySet().stream()
        .map(entry -> entry.getKey() + "\tv" + entry.getValue().number() + "\n")
        .collect(Collectors.joining("", HEADER + registryId + "\n", ""));
  }
}
