package org.drystone.registry;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a program has read: which version each reference led to, in one registry. Kept as text, and
 * {@linkplain Replay replayed} later: the program then reads exactly the same versions.
 *
 * <p>The text is a line {@code drystone lock 1 <registry id>} and then a line for each reference:
 * the reference, a tab, the version ({@code v3}) and, if the label had one, another tab and the
 * {@linkplain Label#contentId id of its content}. A reference contains no tab.
 */
public final class LockFile {

  private static final String HEADER = "drystone lock 1 ";
  private static final Comparator<Ref<Object>> BY_TEXT = Comparator.comparing(Ref::toString);

  private final String registryId;
  private final SortedMap<Ref<Object>, Line> lines;

  private LockFile(String registryId, SortedMap<Ref<Object>, Line> lines) {
    this.registryId = registryId;
    this.lines = Collections.unmodifiableSortedMap(lines);
  }

  /** What stands for one reference. */
  record Line(VersionId version, Optional<String> contentId) {

    private String text() {
      return "v" + version.number() + contentId.map(id -> "\t" + id).orElse("");
    }
  }

  static LockFile of(String registryId, Map<Ref<Object>, Line> lines) {
    SortedMap<Ref<Object>, Line> sorted = new TreeMap<>(BY_TEXT);
    sorted.putAll(lines);
    return new LockFile(registryId, sorted);
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
    Map<Ref<Object>, Line> read = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      addLine(lines.get(i), i + 1, read);
    }
    return of(lines.get(0).substring(HEADER.length()), read);
  }

  private static void addLine(String line, int number, Map<Ref<Object>, Line> lines) {
    String[] parts = line.split("\t", 3);
    if (parts.length < 2 || !parts[1].matches("v[1-9][0-9]{0,17}")) {
      throw invalid(number, "it is not a reference, a tab and a version");
    }
    Optional<String> contentId = parts.length < 3 ? Optional.empty() : Optional.of(parts[2]);
    if (contentId.filter(id -> id.isBlank() || id.indexOf('\t') >= 0).isPresent()) {
      throw invalid(number, "what follows the version is no id of a content");
    }
    Ref<Object> ref = reference(parts[0], number);
    long version = Long.parseLong(parts[1].substring(1));
    if (ref instanceof VersionRef<?> exact && exact.version() != version) {
      throw invalid(number, "the reference is to another version");
    }
    Line read = new Line(new VersionId(ref.name(), version), contentId);
    if (lines.put(ref, read) != null) {
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
    return each(line -> Optional.of(line.version()));
  }

  /** What {@link Label#contentId} was, of those references whose versions had one; unmodifiable. */
  public SortedMap<Ref<Object>, String> contentIds() {
    return each(Line::contentId);
  }

  private <V> SortedMap<Ref<Object>, V> each(Function<Line, Optional<V>> part) {
    SortedMap<Ref<Object>, V> parts = new TreeMap<>(BY_TEXT);
    lines.forEach((ref, line) -> part.apply(line).ifPresent(found -> parts.put(ref, found)));
    return Collections.unmodifiableSortedMap(parts);
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
        && lines.equals(that.lines);
  }

  @Override
  public int hashCode() {
    return 31 * registryId.hashCode() + lines.hashCode();
  }

  /** The text that {@link #parse} understands. */
  @Override
  public String toString() {
    return lines.entrySet().stream()
        .map(entry -> entry.getKey() + "\t" + entry.getValue().text() + "\n")
        .collect(Collectors.joining("", HEADER + registryId + "\n", ""));
  }
}
