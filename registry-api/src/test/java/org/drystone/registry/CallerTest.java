package org.drystone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

  private static final Principal ANALYSTS = Principal.group("analysts");
  private static final Principal PILOTS = Principal.group("pilots");

  @Test
  void is_a_user_in_groups_and_nothing_else() {
    assertThatThrownBy(() -> Caller.of(ANALYSTS))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("\"group:analysts\"")
        .hasMessageContaining("it is no user");
    assertThatThrownBy(() -> Caller.of(Users.ADA).inGroups(Set.of(ANALYSTS, Users.GRACE)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("it is no group");
  }

  @Test
  void is_in_exactly_the_groups_that_were_given_last() {
    Set<Principal> groups = new HashSet<>(Set.of(ANALYSTS));
    Caller caller = Caller.of(Users.ADA).inGroups(Set.of(PILOTS)).inGroups(groups);
    groups.add(PILOTS);

    assertThat(caller).isEqualTo(new Caller(Users.ADA, Set.of(ANALYSTS), Optional.empty()));
  }

  @Test
  void tells_the_session_that_it_calls_from() {
    SessionId notebook = new SessionId("notebook-7");

    assertThat(Caller.of(Users.ADA).session()).isEmpty();
    assertThat(Caller.of(Users.ADA).inSession(notebook).session()).hasValue(notebook);
    assertThat(notebook).hasToString("notebook-7");
  }
}
