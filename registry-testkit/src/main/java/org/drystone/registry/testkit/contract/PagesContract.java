package org.drystone.registry.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.drystone.registry.Change;
import org.drystone.registry.CompactedException;
import org.drystone.registry.Hub;
import org.drystone.registry.InvalidArgumentException;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Listing;
import org.drystone.registry.Namespace;
import org.drystone.registry.Position;
import org.drystone.registry.Query;
import org.drystone.registry.Registry;
import org.drystone.registry.Right;
import org.drystone.registry.Watch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of one list, whatever happens meanwhile. */
abstract class PagesContract extends Facet {

  private static final Query TWO_A_PAGE = Query.all().tag("gold").limit(2);

  PagesContract(Supplier<Hub.Builder> hubs) {
    super(hubs, with -> with.commitsKept(20));
  }

  @BeforeEach
  void publish() {
    for (String name : List.of("ada/b", "ada/d", "ada/f", "shared/b", "shared/d")) {
      ada.publish(key(name), "x", with -> with.tagged("gold"));
    }
  }

  @Test
  void what_is_published_meanwhile_neither_doubles_nor_hides_anything() {
    Listing first = ada.list(TWO_A_PAGE);
    ada.publish(key("ada/a"), "new", with -> with.tagged("gold"));
    ada.publish(key("ada/e"), "new", with -> with.tagged("gold"));
    ada.publish(key("shared/b"), "no longer gold");

    List<Listing> pages = pages(ada, first);

    assertThat(ids(pages))
        .containsExactly("ada/b:v1", "ada/d:v1", "ada/f:v1", "shared/b:v1", "shared/d:v1");
    assertThat(pages).extracting(Listing::position).containsOnly(first.position());
  }

  @Test
  void a_watch_after_the_first_page_tells_what_the_later_ones_do_not_show() throws Exception {
    Listing first = ada.list(TWO_A_PAGE);
    Label fresh = ada.publish(key("ada/e"), "new");

    List<Listing> pages = pages(ada, first);

    try (Watch watch = ada.changes().after(pages.get(pages.size() - 1).position())) {
      assertThat(watch.next(java.time.Duration.ZERO).orElseThrow().changes())
          .containsExactly(new Change.Published(fresh));
    }
  }

  @Test
  void what_was_hidden_meanwhile_is_on_no_later_page() {
    ada.access().grant(Namespace.of("ada"), GRACE, Right.READ);
    Listing first = grace.list(TWO_A_PAGE);
    ada.access().revoke(Namespace.of("ada"), GRACE);

    assertThat(ids(pages(grace, first)))
        .containsExactly("ada/b:v1", "ada/d:v1", "shared/b:v1", "shared/d:v1");
  }

  @Test
  void what_was_shared_meanwhile_is_on_no_later_page() {
    Listing first = grace.list(TWO_A_PAGE.limit(1));
    ada.access().grant(Namespace.of("ada"), GRACE, Right.READ);

    assertThat(ids(pages(grace, first))).containsExactly("shared/b:v1", "shared/d:v1");
    assertThat(grace.list(TWO_A_PAGE.at(first.position())).labels()).hasSize(2);
  }

  @Test
  void a_list_that_is_too_old_to_be_continued_says_so() {
    Query next = ada.list(TWO_A_PAGE).next().orElseThrow();
    for (int i = 0; i < 21; i++) {
      ada.publish(key("ada/b"), "x");
    }

    assertThatThrownBy(() -> ada.list(next)).isInstanceOf(CompactedException.class);
  }

  @Test
  void a_position_of_another_registry_or_of_the_future_is_refused() {
    Position foreign = new Position("another", 1);
    Position future = new Position(hub.id(), 1000);

    assertThatThrownBy(() -> ada.list(Query.all().at(foreign)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("of another registry");
    assertThatThrownBy(() -> ada.list(Query.all().at(future)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("only at revision 5");
  }

  private static List<Listing> pages(Registry registry, Listing first) {
    List<Listing> pages = new ArrayList<>(List.of(first));
    for (Optional<Query> next = first.next(); next.isPresent(); ) {
      Listing page = registry.list(next.get());
      pages.add(page);
      next = page.next();
    }
    return pages;
  }

  private static List<String> ids(List<Listing> pages) {
    return pages.stream()
        .flatMap(page -> page.labels().stream())
        .map(label -> label.id().toString())
        .toList();
  }

  private static Key<String> key(String name) {
    return Key.of(name, String.class);
  }
}
