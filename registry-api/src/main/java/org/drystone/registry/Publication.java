package org.drystone.registry;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * How to publish: conditions, description, and what to do with values that could change. Immutable;
 * each method returns a changed copy. Used as {@code registry.publish(key, value, with ->
 * with.replacing(v1).describedAs("without cancelled"))}.
 */
@Value.Immutable
@HouseStyle
public abstract class Publication {

  Publication() {}

  /** Whether containers are copied before the check. */
  public enum Copying {
    /** The value itself is checked and published. */
    AS_IS,
    /** JDK collections are copied into immutable ones first, deeply. */
    COPY_COLLECTIONS
  }

  /** Append without a condition; refuse what could change. */
  public static Publication plain() {
    return ImmutablePublication.builder().build();
  }

  /** What must hold at the commit; {@link Condition.None} unless said otherwise. */
  @Value.Default
  public Condition condition() {
    return new Condition.None();
  }

  /** See {@link #describedAs}. */
  public abstract Optional<String> description();

  /** See {@link #tagged}. */
  @Value.NaturalOrder
  public abstract NavigableSet<String> tags();

  /** See {@link #property}. */
  public abstract Map<String, String> properties();

  /** See {@link #option}. */
  public abstract Map<String, String> options();

  /** See {@link #derivedFrom}. */
  public abstract Set<VersionId> parents();

  /** See {@link #evenIfMutable}. */
  public abstract Optional<String> mutableBecause();

  /** See {@link #copying()}. */
  @Value.Default
  public Copying preparation() {
    return Copying.AS_IS;
  }

  /** Publish only if the name has no version; otherwise {@link ConflictException}. */
  public Publication ifAbsent() {
    return copy().withCondition(new Condition.IfAbsent());
  }

  /** Publish only if that version is the latest; otherwise {@link ConflictException}. */
  public Publication replacing(VersionId expected) {
    return copy().withCondition(new Condition.Replacing(expected));
  }

  /** As {@link #replacing(VersionId)} with the version of that label. */
  public Publication replacing(Label expected) {
    return replacing(expected.id());
  }

  /** Describe the version, in Markdown. */
  public Publication describedAs(String description) {
    return copy().withDescription(description);
  }

  /** Add tags. */
  public Publication tagged(String... tags) {
    return ImmutablePublication.builder().from(this).addTags(tags).build();
  }

  /** Add a property of the publisher's own; a later value replaces an earlier one. */
  public Publication property(String name, String value) {
    return ImmutablePublication.builder().from(copy()).putProperties(name, value).build();
  }

  /** Add a setting for the adapter that freezes the value; one that it does not know is refused. */
  public Publication option(String name, String value) {
    return ImmutablePublication.builder().from(copy()).putOptions(name, value).build();
  }

  /** Record versions that the value was made from, beside those that the adapter finds. */
  public Publication derivedFrom(VersionId... parents) {
    return ImmutablePublication.builder().from(this).addParents(parents).build();
  }

  /** Publish even a value that could change; the reason stands on the label for ever. */
  public Publication evenIfMutable(String reason) {
    return copy().withMutableBecause(reason);
  }

  /**
   * Copy JDK lists, sets and maps, deeply, into immutable ones that keep nulls and order, and
   * publish the copy.
   */
  public Publication copying() {
    return copy().withPreparation(Copying.COPY_COLLECTIONS);
  }

  private ImmutablePublication copy() {
    return ImmutablePublication.copyOf(this);
  }
}
