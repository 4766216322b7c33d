package org.drystone.registry.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drystone.registry.Key;
import org.drystone.registry.TypeMismatchException;
import org.drystone.registry.TypeRef;
import org.junit.jupiter.api.Test;

/** Under which type a value can be read, when the key says one thing and its adapter another. */
class KeyTypesTest {

  private static final Key<List<Integer>> INTEGERS =
      Key.of("ada/x", new TypeRef<List<Integer>>() {});

  @Test
  void the_type_arguments_of_a_plain_object_are_those_of_the_key() {
    assertThat(KeyTypes.published(INTEGERS, ArrayList.class)).isEqualTo(INTEGERS.type().type());
  }

  @Test
  void so_are_those_of_our_own_sets_and_maps() {
    Key<Set<Integer>> set = Key.of("ada/x", new TypeRef<Set<Integer>>() {});
    Key<Map<String, Integer>> map = Key.of("ada/x", new TypeRef<Map<String, Integer>>() {});

    assertThat(KeyTypes.published(set, type(new TypeRef<Set<Object>>() {})))
        .isEqualTo(set.type().type());
    assertThat(KeyTypes.published(map, type(new TypeRef<Map<Object, Object>>() {})))
        .isEqualTo(map.type().type());
  }

  @Test
  void what_an_adapter_says_of_them_is_exact() {
    Type strings = type(new TypeRef<List<String>>() {});

    assertThatThrownBy(() -> KeyTypes.published(INTEGERS, strings))
        .isInstanceOf(TypeMismatchException.class)
        .hasMessageContainingAll("List<java.lang.Integer>", "List<java.lang.String>");
    assertThat(KeyTypes.published(Key.of("ada/x", List.class), strings)).isEqualTo(strings);
  }

  private static Type type(TypeRef<?> ref) {
    return ref.type();
  }
}
