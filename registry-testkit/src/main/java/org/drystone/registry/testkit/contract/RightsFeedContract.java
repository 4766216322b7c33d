package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.drystone.registry.Change;
import org.drystone.registry.Commit;
import org.drystone.registry.Hub;
import org.drystone.registry.Key;
import org.drystone.registry.Name;
import org.drystone.registry.Position;
import org.drystone.registry.Principal;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.Test;

/** Changes of rights are told to owners of then who are owners now, and to whom they concern. */
abstract class RightsFeedContract extends Facet {

  private static final Key<Integer> KEY = Key.of("ada/x", Integer.class);
  private static final Key<Integer> COMMON = Key.of("shared/y", Integer.class);
  private static final Principal MARY = Principal.user("mary");

  RightsFeedContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @Test
  void who_becomes_an_owner_is_not_told_what_owners_were_told_before() throws Exception {
    ada.publish(KEY, 1);
    Position before = ada.position();
    ada.access().grant(KEY.name(), MARY, Right.READ);

    ada.access().grant(KEY.name(), GRACE, Right.OWN);

    assertThat(changesAfter(before, grace))
        .containsExactly(given(KEY.name(), GRACE, Right.OWN), new Change.Revealed(KEY.name()));
  }

  @Test
  void an_owner_is_told_of_all_rights_that_end_with_the_name() throws Exception {
    ada.publish(COMMON, 1);
    ada.access().grant(COMMON.name(), GRACE, Right.WRITE);
    Position before = ada.position();

    ada.unpublish(COMMON.name());

    assertThat(changesAfter(before, ada))
        .contains(taken(ADA, Right.OWN), taken(GRACE, Right.WRITE));
    assertThat(changesAfter(before, grace))
        .contains(taken(GRACE, Right.WRITE))
        .doesNotContain(taken(ADA, Right.OWN));
  }

  @Test
  void a_name_that_comes_back_is_told_to_be_restored_and_not_revealed() throws Exception {
    ada.publish(KEY, 1);
    ada.access().grant(KEY.name(), GRACE, Right.READ);
    ada.unpublish(KEY.name());
    Position before = ada.position();

    ada.restore(KEY.name());

    assertThat(changesAfter(before, grace))
        .containsExactlyInAnyOrder(
            new Change.Restored(KEY.name(), List.of(1L), 1), given(KEY.name(), GRACE, Right.READ));
  }

  private static List<Change> changesAfter(Position position, Registry reader) throws Exception {
    List<Change> changes = new ArrayList<>();
    try (Watch watch = reader.changes().after(position)) {
      for (Optional<Commit> next = watch.next(Duration.ZERO); next.isPresent(); ) {
        changes.addAll(next.get().changes());
        next = watch.next(Duration.ZERO);
      }
    }
    return changes;
  }

  private static Change given(Name name, Principal to, Right right) {
    return new Change.RightChanged(name, to, Optional.empty(), Optional.of(right));
  }

  private static Change taken(Principal from, Right right) {
    return new Change.RightChanged(COMMON.name(), from, Optional.of(right), Optional.empty());
  }
}
