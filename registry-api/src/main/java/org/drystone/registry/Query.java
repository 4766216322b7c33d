package org.drystone.registry;

import java.util.Optional;
import org.immutables.value.Value;

/** What to list. Immutable; each method returns a changed copy. */
@Value.Immutable
@HouseStyle
public abstract class Query {

  private static final int DEFAULT_LIMIT = 1000;

  Query() {}

  /** Everything that the caller may see, in the order of names, a page of 1000. */
  public static Query all() {
    return ImmutableQuery.builder().build();
  }

  /**
   * As {@link #all}, within that namespace.
   *
   * @throws InvalidNameException if the text is no namespace
   */
  public static Query namespace(String namespace) {
    return ImmutableQuery.builder().namespace(Namespace.of(namespace)).build();
  }

  /** See {@link #namespace(String)}. */
  public abstract Optional<Namespace> namespace();

  /** See {@link #tag(String)}. */
  public abstract Optional<String> tag();

  /** See {@link #after(Name)}. */
  public abstract Optional<Name> after();

  /** The most labels on a page. */
  @Value.Default
  public int limit() {
    return DEFAULT_LIMIT;
  }

  /** Only names whose latest version has that tag. */
  public Query tag(String tag) {
    return copy().withTag(tag);
  }

  /** Only names that come after that one: the next page. */
  public Query after(Name name) {
    return copy().withAfter(name);
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
