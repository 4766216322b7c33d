package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefTest {

  private static final Key<String> KEY = Key.of("ada/x", String.class);

  @Test
  void is_a_name_a_version_or_an_alias() {
    assertThat(Ref.parse("ada/x", String.class)).isEqualTo(KEY);
    assertThat(Ref.parse("ada/x:v3", String.class)).isEqualTo(KEY.version(3));
    assertThat(Ref.parse("ada/x@prod", String.class)).isEqualTo(KEY.alias("prod"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada/x", "ada/x:v3", "ada/x:v999999999999999999", "shared/x@best-1.0_b"})
  void its_text_can_be_parsed_again(String text) {
    assertThat(Ref.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x:v3@prod",
        "x@prod:v3",
        "x:3",
        "x:v0",
        "x:v-1",
        "x:v03",
        "x:latest",
        "x:",
        "x@",
        "x@latest",
        "x@v3",
        "x@Prod",
        "x:v1234567890123456789",
        ":v3",
        "@prod",
        "a/b/c:v3",
        "x:v3:v4"
      })
  void refuses_everything_else(String text) {
    assertThatThrownBy(() -> Ref.parse(text)).isInstanceOf(InvalidNameException.class);
  }

  @ParameterizedTest
  @CsvSource({
    ":v3, it is empty",
    "@prod, it is empty",
    ":v3@prod, it has both a version and an alias",
    "@prod:v3, it has both a version and an alias"
  })
  void a_reference_without_a_name_is_told_what_it_lacks(String text, String reason) {
    assertThatThrownBy(() -> Ref.parse(text))
        .isInstanceOfSatisfying(
            InvalidNameException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void versions_count_from_one() {
    assertThatThrownBy(() -> KEY.version(0)).isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(() -> new VersionId(KEY.name(), 0))
        .isInstanceOf(InvalidArgumentException.class);
  }

  @Test
  void a_key_keeps_the_type_but_not_the_token_that_captured_it() {
    TypeRef<List<String>> token = new TypeRef<>() {};

    Key<List<String>> key = Key.of("x", token);

    assertThat(key.type()).isEqualTo(token).hasToString("java.util.List<java.lang.String>");
    assertThat(key.type().getClass()).isEqualTo(TypeRef.class);
    assertThat(key.version(1).type()).isSameAs(key.type());
  }

  @Test
  void tokens_are_equal_if_they_captured_the_same_type() {
    assertThat(new TypeRef<List<String>>() {})
        .isEqualTo(new TypeRef<List<String>>() {})
        .hasSameHashCodeAs(new TypeRef<List<String>>() {})
        .isNotEqualTo(new TypeRef<List<Integer>>() {})
        .doesNotHaveSameHashCodeAs(new TypeRef<List<Integer>>() {});
  }

  @Test
  void a_token_without_a_type_is_refused() {
    assertThatThrownBy(RefTest::<String>tokenOfVariable)
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("type variable");
  }

  @Test
  void tokens_of_the_same_type_are_equal_however_they_were_made() {
    TypeRef<?> known = TypeRef.of(String.class);

    assertThat(TypeRef.ofType(String.class)).isEqualTo(known).hasSameHashCodeAs(known);
    assertThat(TypeRef.ofType(Integer.class)).isNotEqualTo(known).doesNotHaveSameHashCodeAs(known);
  }

  @Test
  void aliases_sort_by_their_text() {
    assertThat(Alias.of("prod")).isLessThan(Alias.of("test")).isGreaterThan(Alias.of("best"));
  }

  private static <T> TypeRef<T> tokenOfVariable() {
    return new TypeRef<>() {};
  }
}
