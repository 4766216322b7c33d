package org.drystone.registry;

import com.google.common.collect.ImmutableSortedSet;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What is known of one version, fixed when it is committed. A label holds only texts, numbers and
 * times: keeping it never keeps a value, a class or a class loader alive.
 */
@Value.Immutable
@HouseStyle
public interface Label {

  /** Starts a label; all of id, revision, publisher, time, type, guarantee, evidence are needed. */
  static Builder builder() {
    return new Builder();
  }

  /** The name and number of the version. */
  VersionId id();

  /** The revision of the registry that made the version visible. */
  long revision();

  /** The number of the version before, if this is not the first. */
  OptionalLong previous();

  /** Who published it. */
  Principal publisher();

  /** When it became visible. */
  Instant publishedAt();

  /** The Java type under which it can be read, as {@link java.lang.reflect.Type#getTypeName}. */
  String type();

  /** What is promised about changes. */
  Guarantee guarantee();

  /**
   * Why that is believed, in words: the checker's evidence, the form of the snapshot, the reason.
   */
  String evidence();

  /** What the publisher says of it, in Markdown, if anything. */
  Optional<String> description();

  /** The publisher's tags. */
  @Value.Default
  default NavigableSet<String> tags() {
    return ImmutableSortedSet.of();
  }

  /** The publisher's own properties. */
  Map<String, String> properties();

  /** Pages about it, by title. */
  Map<String, URI> links();

  /** What made it, if the publisher says so. */
  Optional<Origin> madeBy();

  /**
   * The session that it was published to go with, if any. {@link Status#lifetime} tells whether
   * that still holds.
   */
  Optional<Lifetime> lifetime();

  /** What the adapter tells of the stored form: schema, rows, bytes. Keys belong to the adapter. */
  Map<String, String> details();

  /**
   * What tells its content from that of other versions with the same adapter, if the adapter says
   * so; for a plain object its fingerprint, if one was taken. Two versions of one registry with
   * different ids are different; with the same id, no reader can tell them apart.
   */
  Optional<String> contentId();

  /** The names of its columns, in order, if it has any. */
  List<String> columns();

  /** The size of the stored form, if it has one beside the heap and the adapter knows it. */
  OptionalLong bytes();

  /**
   * The versions that it was made from, as far as known; those a reader may not see are left out.
   */
  List<VersionId> parents();

  /** The name. */
  default Name name() {
    return id().name();
  }

  /** The number. */
  default long version() {
    return id().number();
  }

  /** Builds a label. Not safe for use by several threads at once. */
  final class Builder extends ImmutableLabel.Builder {
    Builder() {}

    /**
     * Makes the label. Tags that might still change are copied; most labels share a set of none.
     */
    @Override
    public ImmutableLabel build() {
      ImmutableLabel label = super.build();
      return label.tags() instanceof ImmutableSortedSet
          ? label
          : label.withTags(ImmutableSortedSet.copyOf(label.tags()));
    }
  }
}
