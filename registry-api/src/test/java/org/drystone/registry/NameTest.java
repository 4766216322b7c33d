package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {

  @Test
  void has_exactly_a_namespace_and_a_simple_name() {
    Name name = Name.parse("ada/my new shiny DataFrame");

    assertThat(name.namespace()).isEqualTo(Namespace.of("ada"));
    assertThat(name.simpleName()).isEqualTo("my new shiny DataFrame");
    assertThat(name).hasToString("ada/my new shiny DataFrame");
  }

  @Test
  void without_a_namespace_is_in_shared() {
    assertThat(Name.parse("flights")).isEqualTo(Namespace.SHARED.name("flights"));
  }

  @Test
  void is_the_same_in_both_normal_forms() {
    String composed = "caf\u00e9";
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

    assertThat(decomposed).isNotEqualTo(composed);
    assertThat(Name.parse(decomposed)).isEqualTo(Name.parse(composed));
  }

  @Test
  void differs_by_case() {
    assertThat(Name.parse("Sales")).isNotEqualTo(Name.parse("sales"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u098f\u0995\u099f\u09bf \u09a8\u09be\u09ae",
        "\u98db\u884c\u6a5f",
        "\u0646\u0627\u0645\u0647\u200c\u0647\u0627",
        "\u0915\u094d\u200d\u0937",
        "\ud83d\udcc8 sales",
        "Zo\u00eb's \"best\" 10% + more!"
      })
  void may_use_any_script(String simpleName) {
    assertThat(Name.parse("ada/" + simpleName).simpleName()).isEqualTo(simpleName);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a/b/c|separates references",
        "a:b|separates references",
        "ada/a@b|separates references",
        "ada/|it is empty",
        "/a|it is empty",
        "''|it is empty",
        "ada/ a|begins or ends with a space",
        "ada/a |begins or ends with a space",
        "ada/a  b|two spaces in a row"
      })
  void refuses_what_would_be_ambiguous(String text, String reason) {
    assertRefused(text, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "7, a control character (U+0007)",
    "10, a control character (U+000A)",
    "127, a control character (U+007F)",
    "8203, an invisible format character (U+200B)",
    "8238, an invisible format character (U+202E)",
    "65279, an invisible format character (U+FEFF)",
    "173, an invisible format character (U+00AD)",
    "847, an invisible character (U+034F)",
    "12644, an invisible character (U+3164)",
    "65039, an invisible character (U+FE0F)",
    "10240, an invisible character (U+2800)",
    "160, a space other than U+0020 (U+00A0)",
    "8232, a space other than U+0020 (U+2028)",
    "57344, a private-use character (U+E000)",
    "888, an unassigned character (U+0378)",
    "55357, a lone surrogate (U+D83D)"
  })
  void refuses_characters_that_people_cannot_see(int codePoint, String reason) {
    assertRefused("ada/x" + Character.toString(codePoint) + "y", reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200d\u0915\u0916",
        "\u0915\u200d",
        "\u0967\u200d\u0968",
        "\u0915\u200d\u200d\u0916",
        "a\u200db",
        "\u0915\u200db",
        "a\u200d\u0915"
      })
  void allows_joiners_only_between_letters_that_they_join(String simpleName) {
    assertRefused("ada/" + simpleName, "an invisible format character (U+200D)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\ud83d\udcc8"})
  void allows_128_code_points_a_part(String character) {
    String part = character.repeat(128);

    assertThat(Name.parse(part + "/" + part).simpleName()).isEqualTo(part);
  }

  @ParameterizedTest
  @ValueSource(ints = {129, 10_000})
  void refuses_more(int codePoints) {
    assertRefused("ada/" + "x".repeat(codePoints), codePoints + " characters, more than the 128");
  }

  @Test
  void counts_after_normalisation() {
    String decomposed = Normalizer.normalize("\u00e9".repeat(128), Normalizer.Form.NFD);

    assertThat(decomposed).hasSize(256);
    assertThat(Name.parse(decomposed).simpleName()).hasSize(128);
    assertRefused(
        "ada/" + Normalizer.normalize("\u00e9".repeat(512), Normalizer.Form.NFD),
        "it has 512 characters");
  }

  @Test
  void shows_no_dangerous_character_in_an_error() {
    assertThatThrownBy(() -> Name.parse("ada/\u202eevil\u0007"))
        .hasMessageContaining("\\u{202E}evil\\u{7}")
        .hasMessageNotContaining("\u202e");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {" a~b | a~b ", "caf\u00e9|caf\u00e9", "\u007f|\\u{7F}", "\u001f|\\u{1F}"})
  void shows_letters_of_any_script_and_what_a_terminal_prints(String text, String shown) {
    assertThat(NamePart.shown(text)).isEqualTo(shown);
  }

  @Test
  void shows_forty_characters_and_says_when_there_are_more() {
    assertThat(NamePart.shown("x".repeat(40))).isEqualTo("x".repeat(40));
    assertThat(NamePart.shown("x".repeat(41))).isEqualTo("x".repeat(40) + "...");
  }

  @Test
  void spreads_in_a_table() {
    Set<Integer> hashes = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      hashes.add(Name.parse("ada/table " + i).hashCode());
    }

    assertThat(hashes).hasSizeGreaterThan(90);
  }

  @Test
  void sorts_by_namespace_then_by_simple_name() {
    assertThat(Name.parse("a/z")).isLessThan(Name.parse("b/a"));
    assertThat(Name.parse("a/a")).isLessThan(Name.parse("a/b"));
  }

  private static void assertRefused(String text, String reason) {
    assertThatThrownBy(() -> Name.parse(text))
        .isInstanceOfSatisfying(
            InvalidNameException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_NAME);
              assertThat(e.reason()).contains(reason);
              assertThat(e.remedy()).isNotBlank();
            });
  }
}
