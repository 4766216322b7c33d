package org.drystone.registry.internal.entries;

import org.drystone.registry.AliasRef;
import org.drystone.registry.Key;
import org.drystone.registry.Name;
import org.drystone.registry.Ref;
import org.drystone.registry.TypeRef;
import org.drystone.registry.VersionRef;

/** References without the type that somebody expects: what is kept must not pin a class. */
public final class Refs {

  private static final TypeRef<Object> ANY = TypeRef.of(Object.class);

  private Refs() {}

  public static Ref<Object> toName(Name name) {
    return new Key<>(name, ANY);
  }

  public static Ref<Object> untyped(Ref<?> ref) {
    if (ref instanceof VersionRef<?> exact) {
      return new VersionRef<>(exact.name(), exact.version(), ANY);
    }
    return ref instanceof AliasRef<?> pointer
        ? new AliasRef<>(pointer.name(), pointer.alias(), ANY)
        : toName(ref.name());
  }
}
