package org.drystone.registry.values;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An immutable set that finds and orders its elements as its source does. */
@SuppressWarnings(
    "JdkObsolete") // The navigable faces promise views that remove; the sorted ones suffice.
final class CopiedSortedSet<E extends @Nullable Object> extends AbstractSet<E>
    implements SortedSet<E> {

  private final SortedSet<E> elements;

  private CopiedSortedSet(SortedSet<E> elements) {
    this.elements = elements;
  }

  static <E extends @Nullable Object> CopiedSortedSet<E> of(
      @Nullable Comparator<? super E> order, Collection<? extends E> elements) {
    SortedSet<E> copy = new TreeSet<>(order);
    copy.addAll(elements);
    return new CopiedSortedSet<>(Collections.unmodifiableSortedSet(copy));
  }

  @Override
  public @Nullable Comparator<? super E> comparator() {
    return elements.comparator();
  }

  @Override
  public SortedSet<E> subSet(E from, E to) {
    return new CopiedSortedSet<>(elements.subSet(from, to));
  }

  @Override
  public SortedSet<E> headSet(E to) {
    return new CopiedSortedSet<>(elements.headSet(to));
  }

  @Override
  public SortedSet<E> tailSet(E from) {
    return new CopiedSortedSet<>(elements.tailSet(from));
  }

  @Override
  public E first() {
    return elements.first();
  }

  @Override
  public E last() {
    return elements.last();
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return elements.contains(element);
  }

  @Override
  public Iterator<E> iterator() {
    return elements.iterator();
  }

  @Override
  public int size() {
    return elements.size();
  }
}
