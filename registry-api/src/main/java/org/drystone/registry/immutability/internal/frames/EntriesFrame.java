package org.drystone.registry.immutability.internal.frames;

import java.util.Iterator;
import java.util.Map;
import org.drystone.registry.immutability.internal.findings.Custody;
import org.jspecify.annotations.Nullable;

/** Walks the keys and values of a map, in turn. */
final class EntriesFrame extends Frame {

  private final Custody values;
  private final Iterator<? extends Map.Entry<?, ?>> entries;
  private long index = -1;
  private Map.@Nullable Entry<?, ?> valueLeft;
  private @Nullable Object key;

  EntriesFrame(Map<?, ?> map) {
    this(map, Custody.SHARED);
  }

  EntriesFrame(Map<?, ?> map, Custody values) {
    super(map);
    this.values = values;
    this.entries = map.entrySet().iterator();
  }

  @Override
  public @Nullable Object next(Sieve sieve) throws LimitReachedException {
    while (valueLeft != null || entries.hasNext()) {
      Object part = valueLeft == null ? nextKey() : valueOf(valueLeft);
      if (!sieve.passes(part)) {
        return part;
      }
    }
    return null;
  }

  private @Nullable Object nextKey() {
    Map.Entry<?, ?> entry = entries.next();
    index++;
    key = entry.getKey();
    valueLeft = entry;
    return key;
  }

  private @Nullable Object valueOf(Map.Entry<?, ?> entry) {
    valueLeft = null;
    return entry.getValue();
  }

  @Override
  public Custody custody() {
    return valueLeft == null ? values : Custody.SHARED;
  }

  @Override
  public void appendStep(StringBuilder path) {
    if (valueLeft == null) {
      KeyText.append(path, key, index);
    } else {
      path.append(".keys[").append(index).append(']');
    }
  }
}
