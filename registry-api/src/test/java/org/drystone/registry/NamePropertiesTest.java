package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every text that could be a name, a reference, an alias or a namespace. */
class NamePropertiesTest {

  @Provide
  Arbitrary<String> texts() {
    return Texts.any();
  }

  @Provide
  Arbitrary<String> parts() {
    return Texts.parts();
  }

  @Provide
  Arbitrary<String> invisible() {
    return Texts.invisible();
  }

  @Provide
  Arbitrary<String> aliases() {
    return Arbitraries.strings().withChars("abvz0189._-").ofMinLength(1).ofMaxLength(64);
  }

  @Provide
  Arbitrary<String> longest() {
    return Texts.ofLength(128);
  }

  @Provide
  Arbitrary<String> tooLong() {
    return Texts.ofLength(129);
  }

  @Property
  void a_text_is_a_name_that_can_be_printed_and_parsed_or_it_is_refused(
      @ForAll("texts") String text) {
    parsed(text, Name::parse)
        .ifPresent(
            name -> {
              assertThat(Name.parse(name.toString())).isEqualTo(name);
              assertThat(Name.of(name.namespace(), name.simpleName())).isEqualTo(name);
              assertThat(Namespace.of(name.namespace().toString())).isEqualTo(name.namespace());
              assertThat(Principal.user(name.simpleName()).name()).isEqualTo(name.simpleName());
            });
  }

  @Property
  void a_text_is_a_reference_that_can_be_printed_and_parsed_or_it_is_refused(
      @ForAll("texts") String text, @ForAll("parts") String part) {
    for (String form : new String[] {text, part + ":" + text, part + "@" + text, text + ":v1"}) {
      parsed(form, Ref::parse)
          .ifPresent(ref -> assertThat(Ref.parse(ref.toString())).isEqualTo(ref));
    }
  }

  @Property
  void every_reference_can_be_printed_and_parsed(
      @ForAll("parts") String namespace,
      @ForAll("parts") String name,
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999_999L) long version,
      @ForAll("aliases") String alias) {
    Key<Object> key = Key.of(Namespace.of(namespace).name(name), Object.class);

    assertThat(Ref.parse(key.toString())).isEqualTo(key);
    assertThat(Ref.parse(key.version(version).toString())).isEqualTo(key.version(version));
    parsed(alias, key::alias)
        .ifPresent(ref -> assertThat(Ref.parse(ref.toString())).isEqualTo(ref));
  }

  @Property
  void all_spellings_of_a_text_are_the_same_name(@ForAll("texts") String text) {
    parsed(text, Name::parse)
        .ifPresent(
            name -> {
              for (Normalizer.Form form :
                  new Normalizer.Form[] {Normalizer.Form.NFC, Normalizer.Form.NFD}) {
                Name other = Name.parse(Normalizer.normalize(text, form));
                assertThat(other).isEqualTo(name).hasSameHashCodeAs(name).hasToString("" + name);
                assertThat(other).isEqualByComparingTo(name);
              }
              assertThat(Normalizer.isNormalized(name.simpleName(), Normalizer.Form.NFC)).isTrue();
            });
  }

  /** Joiners between letters that join are seen, and may stay. */
  @Property
  void what_cannot_be_seen_is_refused_or_makes_no_difference(
      @ForAll("parts") String text,
      @ForAll("invisible") String invisible,
      @ForAll @IntRange(max = 20) int at) {
    int end = text.codePointCount(0, text.length());
    int here = text.offsetByCodePoints(0, Math.min(at, end));
    boolean joins =
        invisible.matches("[\\u200C\\u200D]")
            && (text.substring(0, here) + "|" + text.substring(here))
                .matches(".*[\\u0915\\u0646]\\|[\\u0915\\u0646].*");

    Optional<Name> name =
        parsed(text.substring(0, here) + invisible + text.substring(here), Name::parse);

    if (!joins) {
      assertThat(name.filter(other -> !other.equals(Name.parse(text)))).isEmpty();
    }
  }

  @Property(tries = 100)
  void a_part_has_at_most_128_code_points(
      @ForAll("longest") String longest, @ForAll("tooLong") String tooLong) {
    assertThat(Name.parse(longest + "/" + longest).simpleName()).isEqualTo(longest);
    for (String text : new String[] {tooLong, tooLong + "/a", "a/" + tooLong}) {
      assertThatThrownBy(() -> Name.parse(text))
          .isInstanceOf(InvalidNameException.class)
          .hasMessageContaining("129 characters");
    }
  }

  @Property(tries = 100)
  void what_was_published_under_one_spelling_is_found_under_the_other(
      @ForAll("parts") String part) {
    try (Hub hub = Hub.create()) {
      Registry registry = hub.registry();
      registry.publish(Key.of(part, Integer.class), 1);

      String other = Normalizer.normalize(part, Normalizer.Form.NFD);
      assertThat(registry.get(Key.of(other, Integer.class))).isEqualTo(1);
    }
  }

  /** What the text says, if it is not refused; a refusal can be shown on any terminal. */
  private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(text));
    } catch (InvalidNameException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.INVALID_NAME);
      assertThat(e.getMessage().codePoints())
          .noneMatch(Character::isISOControl)
          .noneMatch(c -> Character.getType(c) == Character.FORMAT)
          .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
      return Optional.empty();
    }
  }
}
