package org.drystone.registry.spi;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.drystone.registry.Guarantee;
import org.drystone.registry.VersionId;

/**
 * A value that was checked or frozen and can be committed.
 *
 * @param <S> what is stored
 * @param stored what is stored
 * @param type the type under which it can be read
 * @param guarantee what the label promises
 * @param evidence why, in words
 * @param details for the label: schema, rows, bytes; keys of the adapter's own
 * @param parents the versions that it was made from, as far as the adapter can tell
 * @param columns the names of its columns, by which people search; empty if it has none
 * @param bytes the size of what is stored beside the heap, for limits; empty if not known
 * @param needs the versions whose data is read each time this one is: they cannot be removed before
 * @param contentId the same for two values of one adapter only if readers cannot tell them apart;
 *     empty if the adapter cannot tell. It stands on the label and in lock files: one line of text
 */
public record Admission<S>(
    S stored,
    Type type,
    Guarantee guarantee,
    String evidence,
    Map<String, String> details,
    List<VersionId> parents,
    List<String> columns,
    OptionalLong bytes,
    List<VersionId> needs,
    Optional<String> contentId) {

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if the size is negative, or the id of the content is blank or
   *     has a control character
   */
  public Admission {
    details = Map.copyOf(details);
    parents = List.copyOf(parents);
    columns = List.copyOf(columns);
    needs = List.copyOf(needs);
    if (bytes.orElse(0) < 0) {
      throw new IllegalArgumentException("An adapter tells a negative size: " + bytes);
    }
    if (contentId.filter(Admission::isNoLine).isPresent()) {
      throw new IllegalArgumentException("An adapter tells no line of text as the content's id");
    }
  }

  /** An admission with nothing but what is needed. */
  public static <S> Admission<S> of(S stored, Type type, Guarantee guarantee, String evidence) {
    return new Admission<>(
        stored,
        type,
        guarantee,
        evidence,
        Map.of(),
        List.of(),
        List.of(),
        OptionalLong.empty(),
        List.of(),
        Optional.empty());
  }

  private static boolean isNoLine(String text) {
    return text.isBlank() || text.chars().anyMatch(Character::isISOControl);
  }

  /** The same, storing something else. */
  public Admission<S> withStored(S stored) {
    return new Admission<>(
        stored, type, guarantee, evidence, details, parents, columns, bytes, needs, contentId);
  }

  /** The same with these details. */
  public Admission<S> withDetails(Map<String, String> details) {
    return new Admission<>(
        stored, type, guarantee, evidence, details, parents, columns, bytes, needs, contentId);
  }

  /** The same with these parents. */
  public Admission<S> withParents(List<VersionId> parents) {
    return new Admission<>(
        stored, type, guarantee, evidence, details, parents, columns, bytes, needs, contentId);
  }

  /** The same with these columns. */
  public Admission<S> withColumns(List<String> columns) {
    return new Admission<>(
        stored, type, guarantee, evidence, details, parents, columns, bytes, needs, contentId);
  }

  /** The same with that size. */
  public Admission<S> withBytes(long bytes) {
    OptionalLong size = OptionalLong.of(bytes);
    return new Admission<>(
        stored, type, guarantee, evidence, details, parents, columns, size, needs, contentId);
  }

  /** The same, computed from these versions whenever it is read. */
  public Admission<S> withNeeds(List<VersionId> needs) {
    return new Admission<>(
        stored, type, guarantee, evidence, details, parents, columns, bytes, needs, contentId);
  }

  /** The same with that id of its content. */
  public Admission<S> withContentId(String id) {
    Optional<String> content = Optional.of(id);
    return new Admission<>(
        stored, type, guarantee, evidence, details, parents, columns, bytes, needs, content);
  }
}
