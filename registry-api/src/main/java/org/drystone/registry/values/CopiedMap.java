package org.drystone.registry.values;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An immutable map in the order of its source; may hold null as key and as value. */
final class CopiedMap<K extends @Nullable Object, V extends @Nullable Object>
    extends AbstractMap<K, V> {

  private final Map<K, V> entries;

  CopiedMap(Map<? extends K, ? extends V> entries) {
    this.entries = Collections.unmodifiableMap(new LinkedHashMap<K, V>(entries));
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
