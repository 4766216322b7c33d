package org.drystone.registry.immutability.internal.frames;

import java.lang.reflect.Field;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks the fields of an object that only its holder reaches. */
final class PartsFrame extends Frame {

  private final Iterator<Map.Entry<Field, Integer>> fields;
  private final Parts parts;
  private Map.@Nullable Entry<Field, Integer> last;

  PartsFrame(Object object, Map<Field, Integer> fields, Parts parts) {
    super(object);
    this.fields = fields.entrySet().iterator();
    this.parts = parts;
  }

  @Override
  public @Nullable Object next(Sieve sieve) throws IllegalAccessException, LimitReachedException {
    while (fields.hasNext()) {
      last = fields.next();
      Object part = last.getKey().get(object());
      if (!sieve.passes(part)) {
        return part;
      }
    }
    return null;
  }

  @Override
  public Parts parts() {
    return last == null ? Parts.NONE : parts.at(last.getValue());
  }

  @Override
  public void appendStep(StringBuilder path) {
    if (last != null) {
      path.append('.').append(last.getKey().getName());
    }
  }
}
