package org.drystone.registry;

import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What to list. Immutable; each method returns a changed copy, and all conditions must hold. They
 * are about the latest version of each name.
 */
@Value.Immutable
@HouseStyle
public abstract class Query {

  private static final int DEFAULT_LIMIT = 1000;

  Query() {}

  /** Everything that the caller may see, in the order of names, a page of 1000. */
  public static Query all() {
    return ImmutableQuery.builder().build();
  }

  /** See {@link #in(Namespace)}. */
  public abstract Optional<Namespace> namespace();

  /** See {@link #text(String)}. */
  public abstract Optional<String> text();

  /** See {@link #tag(String)}. */
  @Value.NaturalOrder
  public abstract NavigableSet<String> tags();

  /** See {@link #readableAs(TypeRef)}. */
  public abstract Optional<TypeRef<?>> type();

  /** See {@link #publisher(Principal)}. */
  public abstract Optional<Principal> publisher();

  /** See {@link #publishedSince(Instant)}. */
  public abstract Optional<Instant> publishedSince();

  /** See {@link #publishedBefore(Instant)}. */
  public abstract Optional<Instant> publishedBefore();

  /** See {@link #after(Name)}. */
  public abstract Optional<Name> after();

  /** See {@link #at(Position)}. */
  public abstract Optional<Position> position();

  /** The most labels on a page. */
  @Value.Default
  public int limit() {
    return DEFAULT_LIMIT;
  }

  /** Only names in that namespace. */
  public Query in(Namespace namespace) {
    return copy().withNamespace(namespace);
  }

  /**
   * As {@link #in(Namespace)}.
   *
   * @throws InvalidNameException if the text is no namespace
   */
  public Query in(String namespace) {
    return in(Namespace.of(namespace));
  }

  /**
   * Only where each word of the text occurs, in upper or lower case, in the name, the description,
   * a tag or the name of a column. A blank text occurs everywhere.
   */
  public Query text(String words) {
    return copy().withText(words);
  }

  /** Only with that tag, beside those asked for before. */
  public Query tag(String tag) {
    return ImmutableQuery.builder().from(this).addTags(tag).build();
  }

  /** Only what can be read as that type: of it, or of a subtype. */
  public Query readableAs(TypeRef<?> type) {
    return copy().withType(TypeRef.ofType(type.type()));
  }

  /** As {@link #readableAs(TypeRef)}. */
  public Query readableAs(Class<?> type) {
    return readableAs(TypeRef.of(type));
  }

  /** Only what that user published. */
  public Query publisher(Principal user) {
    return copy().withPublisher(user);
  }

  /** Only what became visible at that time or later. */
  public Query publishedSince(Instant time) {
    return copy().withPublishedSince(time);
  }

  /** Only what became visible earlier than that time. */
  public Query publishedBefore(Instant time) {
    return copy().withPublishedBefore(time);
  }

  /** Only names that come after that one: the next page. */
  public Query after(Name name) {
    return copy().withAfter(name);
  }

  /**
   * As of that position: what was visible then to the caller, and still may be seen. The pages that
   * follow a first one are all at its position, so that together they are one list.
   */
  public Query at(Position position) {
    return copy().withPosition(position);
  }

  /**
   * At most so many labels.
   *
   * @throws InvalidArgumentException if the limit is not positive
   */
  public Query limit(int limit) {
    if (limit < 1) {
      throw new InvalidArgumentException(
          "A page of " + limit + " labels cannot be listed",
          "a page holds at least one",
          "Use a positive limit");
    }
    return copy().withLimit(limit);
  }

  private ImmutableQuery copy() {
    return ImmutableQuery.copyOf(this);
  }
}
