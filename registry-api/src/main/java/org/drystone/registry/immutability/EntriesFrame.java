package org.drystone.registry.immutability;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks the keys and values of a map, in turn. */
final class EntriesFrame extends Frame {

  private enum Side {
    KEY,
    VALUE
  }

  private final Iterator<? extends Map.Entry<?, ?>> entries;
  private long index = -1;
  private Side side = Side.VALUE;
  private @Nullable Object key;
  private @Nullable Object value;

  EntriesFrame(Map<?, ?> map) {
    this.entries = map.entrySet().iterator();
  }

  @Override
  boolean advance() {
    if (side == Side.KEY) {
      side = Side.VALUE;
      return true;
    }
    if (!entries.hasNext()) {
      return false;
    }
    Map.Entry<?, ?> entry = entries.next();
    key = entry.getKey();
    value = entry.getValue();
    index++;
    side = Side.KEY;
    return true;
  }

  @Override
  @Nullable Object part() {
    return side == Side.KEY ? key : value;
  }

  @Override
  void appendStep(StringBuilder path) {
    if (side == Side.KEY) {
      path.append(".keys[").append(index).append(']');
    } else {
      KeyText.append(path, key, index);
    }
  }
}
