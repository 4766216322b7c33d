package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PrincipalTest {

  private static final Principal ADA = Principal.user("ada");
  private static final Principal GRACE = Principal.user("grace");

  @Test
  void a_user_and_a_group_of_the_same_name_are_two() {
    assertThat(ADA).isNotEqualTo(Principal.group("ada")).hasToString("ada");
    assertThat(Principal.group("ada")).hasToString("group:ada");
    assertThat(Principal.everyone()).hasToString("everyone");
  }

  @Test
  void users_come_first_then_groups_then_everyone_each_by_name() {
    assertThat(ADA).isLessThan(GRACE).isEqualByComparingTo(Principal.user("ada"));
    assertThat(GRACE).isLessThan(Principal.group("a")).isGreaterThan(ADA);
    assertThat(Principal.group("z")).isLessThan(Principal.everyone());
  }

  @Test
  void has_a_name_that_a_namespace_could_have() {
    assertThatThrownBy(() -> Principal.group("a/b"))
        .isInstanceOf(InvalidNameException.class)
        .hasMessageContaining("principal");
  }
}
