package org.drystone.registry.values;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An immutable map that finds and orders its keys as its source does. */
@SuppressWarnings(
    "JdkObsolete") // The navigable faces promise views that remove; the sorted ones suffice.
final class CopiedSortedMap<K extends @Nullable Object, V extends @Nullable Object>
    extends AbstractMap<K, V> implements SortedMap<K, V> {

  private final SortedMap<K, V> entries;

  private CopiedSortedMap(SortedMap<K, V> entries) {
    this.entries = entries;
  }

  static <K extends @Nullable Object, V extends @Nullable Object> CopiedSortedMap<K, V> of(
      @Nullable Comparator<? super K> order, Map<? extends K, ? extends V> entries) {
    SortedMap<K, V> copy = new TreeMap<>(order);
    copy.putAll(entries);
    return new CopiedSortedMap<>(Collections.unmodifiableSortedMap(copy));
  }

  @Override
  public @Nullable Comparator<? super K> comparator() {
    return entries.comparator();
  }

  @Override
  public SortedMap<K, V> subMap(K from, K to) {
    return new CopiedSortedMap<>(entries.subMap(from, to));
  }

  @Override
  public SortedMap<K, V> headMap(K to) {
    return new CopiedSortedMap<>(entries.headMap(to));
  }

  @Override
  public SortedMap<K, V> tailMap(K from) {
    return new CopiedSortedMap<>(entries.tailMap(from));
  }

  @Override
  public K firstKey() {
    return entries.firstKey();
  }

  @Override
  public K lastKey() {
    return entries.lastKey();
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return entries.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return entries.containsKey(key);
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return entries.entrySet();
  }
}
