package org.drystone.registry.spi;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
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
 */
public record Admission<S>(
    S stored,
    Type type,
    Guarantee guarantee,
    String evidence,
    Map<String, String> details,
    List<VersionId> parents) {

  /** Copies the collections. */
  public Admission {
    details = Map.copyOf(details);
    parents = List.copyOf(parents);
  }

  /** An admission without details and parents. */
  public static <S> Admission<S> of(S stored, Type type, Guarantee guarantee, String evidence) {
    return new Admission<>(stored, type, guarantee, evidence, Map.of(), List.of());
  }

  /** The same with these details. */
  public Admission<S> withDetails(Map<String, String> details) {
    return new Admission<>(stored, type, guarantee, evidence, details, parents);
  }

  /** The same with these parents. */
  public Admission<S> withParents(List<VersionId> parents) {
    return new Admission<>(stored, type, guarantee, evidence, details, parents);
  }
}
