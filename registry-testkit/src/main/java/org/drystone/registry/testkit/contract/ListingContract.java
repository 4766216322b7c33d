package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Listing;
import org.drystone.registry.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists of what is there. */
abstract class ListingContract extends Facet {

  ListingContract(Supplier<Hub.Builder> hubs) {
    super(hubs);
  }

  @BeforeEach
  void publish() {
    for (String name : new String[] {"ada/b", "shared/c", "ada/a", "ada/d"}) {
      ada.publish(Key.of(name, String.class), "old", with -> with.tagged("old"));
      ada.publish(Key.of(name, String.class), "new", with -> with.tagged("new"));
    }
  }

  @Test
  void shows_the_latest_version_of_each_name_in_order() {
    Listing listing = ada.list(Query.all());

    assertThat(listing.labels())
        .extracting(label -> label.id().toString())
        .containsExactly("ada/a:v2", "ada/b:v2", "ada/d:v2", "shared/c:v2");
    assertThat(listing.position()).isEqualTo(ada.position());
    assertThat(listing.next()).isEmpty();
  }

  @Test
  void can_be_narrowed_to_a_namespace_and_a_tag() {
    assertThat(ada.list(Query.all().in("ada")).labels()).hasSize(3);
    assertThat(ada.list(Query.all().in("nobody")).labels()).isEmpty();
    assertThat(ada.list(Query.all().tag("new")).labels()).hasSize(4);
    assertThat(ada.list(Query.all().tag("old")).labels()).isEmpty();
  }

  @Test
  void comes_in_pages_that_neither_repeat_nor_skip() {
    for (int size = 1; size <= 5; size++) {
      List<String> names = new ArrayList<>();
      Optional<Query> page = Optional.of(Query.all().limit(size));
      while (page.isPresent()) {
        Listing listing = ada.list(page.get());
        assertThat(listing.labels()).hasSizeLessThanOrEqualTo(size).isNotEmpty();
        listing.labels().forEach(label -> names.add(label.name().toString()));
        page = listing.next();
      }
      assertThat(names).containsExactly("ada/a", "ada/b", "ada/d", "shared/c");
    }
  }

  @Test
  void a_page_holds_at_least_one_label() {
    assertThatThrownBy(() -> Query.all().limit(0)).isInstanceOf(InvalidArgumentException.class);
  }
}
