package org.drystone.registry;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
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

  /** What becomes of a value that is the same as the present one. */
  public enum Repetition {
    /** It is published as a new version. */
    PUBLISHED,
    /** It is dropped: the present version stays the latest. */
    DROPPED
  }

  /** Append without a condition; refuse what could change. */
  public static Publication plain() {
    return Plain.PUBLICATION;
  }

  /** One for all: the labels of most versions share its empty collections. */
  private static final class Plain {
    private static final Publication PUBLICATION = ImmutablePublication.builder().build();
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

  /** See {@link #link}. */
  public abstract Map<String, URI> links();

  /** See {@link #madeBy(Origin)}. */
  public abstract Optional<Origin> madeBy();

  /** See {@link #alias}. */
  @Value.NaturalOrder
  public abstract NavigableSet<Alias> aliases();

  /** See {@link #option}. */
  public abstract Map<String, String> options();

  /** See {@link #derivedFrom}. */
  public abstract Set<VersionId> parents();

  /** See {@link #evenIfMutable}. */
  public abstract Optional<String> mutableBecause();

  /** See {@link #whileSessionLives}. */
  public abstract Optional<Duration> grace();

  /** See {@link #copying()}. */
  @Value.Default
  public Copying preparation() {
    return Copying.AS_IS;
  }

  /** See {@link #onlyIfChanged}. */
  @Value.Default
  public Repetition repetition() {
    return Repetition.PUBLISHED;
  }

  /** See {@link #requestId(String)}. */
  public abstract Optional<String> requestId();

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

  /**
   * Commit nothing if the value is the same as that of the latest version, and return the label of
   * that: then nothing of this publication is kept, its description, say, but that its aliases
   * point to that version, from a commit that only moves them. Right and condition must hold all
   * the same; what is not committed reaches no limit of versions or bytes.
   *
   * <p>Plain objects are the same if they were published as the same type and {@code equals} says
   * so; what could change never is. Values of an engine are the same if their adapter knows it.
   */
  public Publication onlyIfChanged() {
    return copy().withRepetition(Repetition.DROPPED);
  }

  /**
   * Publish once, however often this is repeated: while the commits since are kept, a repetition by
   * the same user, for the same name, returns the label that came of the first one. So a
   * publication of which it is not known whether it succeeded can be repeated.
   *
   * @param id one that is used for nothing else, such as a random UUID
   * @throws InvalidArgumentException if it is blank or longer than 128 characters
   */
  public Publication requestId(String id) {
    return copy().withRequestId(LabelText.REQUEST.checked(id));
  }

  /**
   * Describe the version, in Markdown.
   *
   * @throws InvalidArgumentException if it is blank or longer than 100,000 characters
   */
  public Publication describedAs(String description) {
    return copy().withDescription(LabelText.DESCRIPTION.checked(description));
  }

  /**
   * Add tags.
   *
   * @throws InvalidArgumentException if one is blank, longer than 128 characters, or has control
   *     characters
   */
  public Publication tagged(String... tags) {
    for (String tag : tags) {
      LabelText.TAG.checked(tag);
    }
    return ImmutablePublication.builder().from(this).addTags(tags).build();
  }

  /**
   * Add a property of the publisher's own; a later value replaces an earlier one.
   *
   * @throws InvalidArgumentException if the name is blank or longer than 128 characters, or the
   *     value longer than 10,000
   */
  public Publication property(String name, String value) {
    Map<String, String> properties = new HashMap<>(properties());
    properties.put(LabelText.PROPERTY_NAME.checked(name), LabelText.PROPERTY.checked(value));
    return copy().withProperties(properties);
  }

  /**
   * Add a link to a page about it, such as a ticket; a later one of that title replaces it.
   *
   * @throws InvalidArgumentException if the title is blank or longer than 128 characters, or the
   *     address no absolute http or https one
   */
  public Publication link(String title, URI address) {
    Map<String, URI> links = new HashMap<>(links());
    links.put(LabelText.LINK_TITLE.checked(title), LabelText.checkedLink(address));
    return copy().withLinks(links);
  }

  /** Say what made it: a program or a notebook, perhaps at a git commit. */
  public Publication madeBy(Origin origin) {
    return copy().withMadeBy(origin);
  }

  /**
   * Let the alias point to this version, from the same commit on.
   *
   * @throws InvalidNameException if the text is no alias
   */
  public Publication alias(String alias) {
    return ImmutablePublication.builder().from(this).addAliases(Alias.of(alias)).build();
  }

  /**
   * Add a setting for the adapter that freezes the value; one that it does not know is refused.
   *
   * @throws InvalidArgumentException if the name is blank or longer than 128 characters
   */
  public Publication option(String name, String value) {
    return ImmutablePublication.builder()
        .from(copy())
        .putOptions(LabelText.OPTION_NAME.checked(name), value)
        .build();
  }

  /** Record versions that the value was made from, beside those that the adapter finds. */
  public Publication derivedFrom(VersionId... parents) {
    return ImmutablePublication.builder().from(this).addParents(parents).build();
  }

  /**
   * Publish even a value that could change; the reason stands on the label for ever.
   *
   * @throws InvalidArgumentException if the reason is blank or longer than 1000 characters
   */
  public Publication evenIfMutable(String reason) {
    return copy().withMutableBecause(LabelText.REASON.checked(reason));
  }

  /**
   * Publish only for as long as the session of the publisher lives, and that long after it: see
   * {@link Lifetime}. Refused with {@link InvalidArgumentException} for a caller without a session.
   *
   * @throws InvalidArgumentException if the grace time is negative
   */
  public Publication whileSessionLives(Duration grace) {
    return copy().withGrace(Lifetime.checked(grace));
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
