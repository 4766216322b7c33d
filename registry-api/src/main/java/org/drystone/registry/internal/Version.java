package org.drystone.registry.internal;

import java.lang.reflect.Type;
import org.drystone.registry.Caller;
import org.drystone.registry.Label;
import org.drystone.registry.Ref;

/** One committed version: its label, and the data behind it. */
final class Version {

  private final Label label;
  private final TypeMatcher type;
  private final Data<?, ?> data;

  Version(Label label, Type type, Data<?, ?> data) {
    this.label = label;
    this.type = new TypeMatcher(type);
    this.data = data;
  }

  Label label() {
    return label;
  }

  long number() {
    return label.version();
  }

  long revision() {
    return label.revision();
  }

  Data<?, ?> data() {
    return data;
  }

  /**
   * What that reader receives.
   *
   * @throws org.drystone.registry.TypeMismatchException if the reference asks for another type
   */
  <T> T open(Ref<T> ref, Caller reader) {
    type.require(ref);
    return cast(data.open(label.id(), reader));
  }

  /** Safe after {@link TypeMatcher#require}. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T> T cast(Object value) {
    return (T) value;
  }
}
