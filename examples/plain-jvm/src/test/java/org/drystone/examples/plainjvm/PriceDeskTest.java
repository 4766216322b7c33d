package org.drystone.examples.plainjvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.drystone.examples.plainjvm.PriceBook.Price;
import org.drystone.registry.Hub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceDeskTest {

  private final Hub hub = Hub.create();
  private final PriceDesk desk = new PriceDesk(hub.registry());

  @BeforeEach
  void publishPrices() {
    hub.registry()
        .publish(
            PriceDesk.PRICES,
            new PriceBook("EUR", List.of(new Price("tea", new BigDecimal("3.80")))));
  }

  @AfterEach
  void closeHub() {
    hub.close();
  }

  @Test
  void quotes_by_the_latest_book() {
    desk.reprice("tea", new BigDecimal("4.00"));

    assertThat(desk.quote("tea", 3)).isEqualTo(new Quote("tea", 3, new BigDecimal("12.00"), 2));
  }

  @Test
  void an_older_book_stays_as_it_was() {
    desk.reprice("tea", new BigDecimal("4.00"));

    assertThat(hub.registry().get(PriceDesk.PRICES.version(1)).priceOf("tea")).isEqualTo("3.80");
  }

  @Test
  void takes_off_the_discounts_that_somebody_published() {
    hub.registry().publish(PriceDesk.DISCOUNTS, Map.of("tea", new BigDecimal("0.10")));

    assertThat(desk.quote("tea", 10).total()).isEqualTo("34.20");
  }

  @Test
  void adds_an_article_that_is_new() {
    desk.reprice("cocoa", new BigDecimal("4.40"));

    assertThat(desk.quote("cocoa", 1).total()).isEqualTo("4.40");
    assertThat(desk.quote("tea", 1).total()).isEqualTo("3.80");
  }

  @Test
  void knows_no_price_of_what_is_not_sold() {
    assertThatThrownBy(() -> desk.quote("wine", 1)).hasMessageContaining("wine");
  }
}
