package org.drystone.registry.immutability.internal.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.drystone.registry.immutability.internal.flow.FieldId;

/**
 * How far a run has come, and what is known then.
 *
 * @param cells what the fields in question hold
 * @param excluded what values are known not to be
 * @param read the fields that the run has looked at
 * @param again those at which it has looked twice
 * @param written those that it has written
 * @param before what the fields held before it wrote
 */
public record Moment(
    Activation top,
    Map<FieldId, Term> cells,
    Map<Term, Set<Term>> excluded,
    Set<FieldId> read,
    Set<FieldId> again,
    Set<FieldId> written,
    Map<FieldId, Term> before) {

  /** A run that begins where another one has left the fields. */
  static Moment begin(Activation entry, Map<FieldId, Term> cells, Map<Term, Set<Term>> excluded) {
    return new Moment(entry, cells, excluded, Set.of(), Set.of(), Set.of(), Map.of());
  }

  /** Whether the fields are known to hold just that. */
  boolean holds(Map<FieldId, Term> values) {
    return cells.equals(values)
        && values.values().stream()
            .allMatch(term -> term instanceof Term.Constant known && known.isComparable());
  }

  public boolean hasWritten() {
    return !written.isEmpty();
  }

  Moment with(Activation next) {
    return new Moment(next, cells, excluded, read, again, written, before);
  }

  Moment reads(FieldId cell) {
    Activation after = top.pop(1).push(Objects.requireNonNull(cells.get(cell))).next();
    return read.contains(cell)
        ? new Moment(after, cells, excluded, read, plus(again, cell), written, before)
        : new Moment(after, cells, excluded, plus(read, cell), again, written, before);
  }

  Moment writes(FieldId cell) {
    Map<FieldId, Term> changed = new HashMap<>(cells);
    changed.put(cell, top.top(0));
    return new Moment(
        top.pop(2).next(), changed, excluded, read, again, plus(written, cell), cells);
  }

  /** After an instruction; what it made the last time is no longer known. */
  Moment makes() {
    Moment older = map(term -> isMadeHere(term) ? new Term.Blurred(term.getSize()) : term);
    return older.with(older.top().execute());
  }

  private boolean isMadeHere(Term term) {
    return term instanceof Term.Symbol symbol
        && symbol.origin().equals(List.of(top.place(), top.instruction()));
  }

  /** The same run, if two values are the same; empty if they cannot be. */
  Optional<Moment> same(Term one, Term other) {
    if (one.equals(other) && one.isCertain()) {
      return Optional.of(this);
    }
    if (one instanceof Term.Constant && !(other instanceof Term.Constant)) {
      return same(other, one);
    }
    if (!(other instanceof Term.Constant constant) || !constant.isComparable()) {
      return Optional.of(this);
    }
    if (one instanceof Term.Constant || one instanceof Term.Boxed || one instanceof Term.Self) {
      return Optional.empty();
    }
    boolean isExcluded = excluded.getOrDefault(one, Set.of()).contains(constant);
    return isExcluded ? Optional.empty() : Optional.of(known(one, constant));
  }

  /** The same run, if two values are different, as two boxes may; empty if they cannot be. */
  Optional<Moment> different(Term one, Term other) {
    if (one.equals(other) && one.isCertain() && !(one instanceof Term.Boxed)) {
      return Optional.empty();
    }
    if (one instanceof Term.Constant && !(other instanceof Term.Constant)) {
      return different(other, one);
    }
    if (!(one instanceof Term.Symbol symbol)
        || !(other instanceof Term.Constant constant)
        || !constant.isComparable()) {
      return Optional.of(this);
    }
    if (symbol.isBoolean() && constant.equals(Term.Constant.of(0))) {
      return Optional.of(known(symbol, Term.Constant.of(1)));
    }
    Map<Term, Set<Term>> more = new HashMap<>(excluded);
    more.put(symbol, plus(more.getOrDefault(symbol, Set.of()), constant));
    return Optional.of(new Moment(top, cells, more, read, again, written, before));
  }

  private Moment known(Term symbol, Term constant) {
    return symbol instanceof Term.Symbol
        ? map(term -> term.equals(symbol) ? constant : term)
        : this;
  }

  private Moment map(UnaryOperator<Term> change) {
    Map<FieldId, Term> changed = new HashMap<>();
    cells.forEach((cell, term) -> changed.put(cell, term.map(change)));
    Map<Term, Set<Term>> kept = new HashMap<>(excluded);
    kept.keySet().removeIf(term -> !term.map(change).equals(term));
    return new Moment(top.map(change), changed, kept, read, again, written, before);
  }

  private static <T> Set<T> plus(Set<T> set, T element) {
    Set<T> grown = new HashSet<>(set);
    grown.add(element);
    return grown;
  }
}
