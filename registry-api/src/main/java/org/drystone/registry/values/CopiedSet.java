package org.drystone.registry.values;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An immutable set in the order of its source; may hold null. */
final class CopiedSet<E extends @Nullable Object> extends AbstractSet<E> {

  private final Set<E> elements;

  CopiedSet(Collection<? extends E> elements) {
    this.elements = Collections.unmodifiableSet(new LinkedHashSet<>(elements));
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
