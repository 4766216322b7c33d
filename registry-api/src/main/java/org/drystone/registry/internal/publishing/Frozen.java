package org.drystone.registry.internal.publishing;

import java.lang.reflect.Type;
import java.util.List;
import org.drystone.registry.Guarantee;
import org.drystone.registry.Label;
import org.drystone.registry.internal.entries.Version;
import org.drystone.registry.spi.Admission;
import org.drystone.registry.spi.ValueAdapter;

/** A value that was admitted and can be committed; or else it is released. */
final class Frozen {

  private final ValueAdapter<Object, Object> adapter;
  private final Admission<Object> admission;
  private final Type type;
  private boolean kept;

  /**
   * A value that is not committed yet.
   *
   * @param admission what the adapter says of it
   * @param type the type under which it can be read
   */
  Frozen(ValueAdapter<Object, Object> adapter, Admission<Object> admission, Type type) {
    this.adapter = adapter;
    this.admission = admission;
    this.type = type;
  }

  Admission<Object> admission() {
    return admission;
  }

  Type type() {
    return type;
  }

  /** The version that it becomes if it is committed. */
  Version version(Label label, List<Version> needed) {
    return new Version(label, type, adapter, admission, needed);
  }

  /** Called by the committing thread: a version is made of it. */
  void keep() {
    kept = true;
  }

  /** Whether it was committed. */
  boolean isKept() {
    return kept;
  }

  /** Frees what was stored for it, if it was not committed and will not be. */
  void releaseUnlessKept() {
    if (!kept) {
      adapter.release(admission.stored());
    }
  }

  /** Whether readers could not tell it from that version; runs code of users. */
  boolean isSameAs(Version present) {
    Label label = present.label();
    return label.guarantee() == admission.guarantee()
        && label.guarantee() != Guarantee.MUTABLE
        && label.type().equals(type.getTypeName())
        && present.isSameAs(adapter, admission);
  }
}
