package org.drystone.registry.internal.publishing;

import java.lang.reflect.Type;
import org.drystone.registry.Guarantee;
import org.drystone.registry.Label;
import org.drystone.registry.internal.data.Data;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.spi.Admission;

/**
 * A value that was admitted and can be committed.
 *
 * @param admission what its adapter says of it
 * @param type the type under which it can be read
 * @param data the stored form
 */
record Frozen(Admission<?> admission, Type type, Data<?, ?> data) {

  /** Whether readers could not tell it from that version; runs code of users. */
  boolean isSameAs(Version present) {
    Label label = present.label();
    return label.guarantee() == admission.guarantee()
        && label.guarantee() != Guarantee.MUTABLE
        && label.type().equals(type.getTypeName())
        && data.isSameAs(present.data());
  }
}
