package org.drystone.registry;

/** The version that an alias points to when it is read. */
public record AliasRef<T>(Name name, Alias alias, TypeRef<T> type) implements Ref<T> {

  /** As {@link Key#alias}. */
  public AliasRef {
    type = TypeRef.of(type);
  }

  /** The canonical text, {@code namespace/name@alias}. */
  @Override
  public String toString() {
    return name + "@" + alias;
  }
}
