package org.drystone.registry;

/** One version of a name, for ever the same. */
public record VersionRef<T>(Name name, long version, TypeRef<T> type) implements Ref<T> {

  /**
   * As {@link Key#version}.
   *
   * @throws InvalidArgumentException if the number is not positive
   */
  public VersionRef {
    VersionId.requirePositive(version);
    type = TypeRef.of(type);
  }

  /** The version, without the expected type. */
  public VersionId id() {
    return new VersionId(name, version);
  }

  /** The canonical text, {@code namespace/name:v3}. */
  @Override
  public String toString() {
    return id().toString();
  }
}
