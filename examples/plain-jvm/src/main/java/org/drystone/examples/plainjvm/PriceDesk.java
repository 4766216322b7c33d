package org.drystone.examples.plainjvm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.drystone.registry.Key;
import org.drystone.registry.Label;
import org.drystone.registry.Registry;
import org.drystone.registry.Versioned;

/**
 * The application's own logic, and its entry point for Python: {@code
 * gateway.entry_point.quote("tea", 3).total()}. Safe for use by several threads.
 */
public final class PriceDesk {

  /** What the application publishes. */
  static final Key<PriceBook> PRICES = Key.of("shared/prices", PriceBook.class);

  /** What analysts publish from Python: article -> part of the price that is taken off. */
  @SuppressWarnings("rawtypes")
  static final Key<Map> DISCOUNTS = Key.of("shared/discounts", Map.class);

  private final Registry registry;

  PriceDesk(Registry registry) {
    this.registry = registry;
  }

  /**
   * What a quantity of an article costs now.
   *
   * @throws IllegalArgumentException if there is no such article
   */
  public Quote quote(String article, int quantity) {
    Versioned<PriceBook> book = registry.read(PRICES);
    BigDecimal price = book.value().priceOf(article);
    BigDecimal total =
        price
            .multiply(BigDecimal.valueOf(quantity))
            .multiply(BigDecimal.ONE.subtract(discount(article)))
            .setScale(2, RoundingMode.HALF_UP);
    return new Quote(article, quantity, total, book.label().version());
  }

  /** Sets a price, on top of the latest book or not at all. */
  Label reprice(String article, BigDecimal amount) {
    Versioned<PriceBook> latest = registry.read(PRICES);
    PriceBook next = latest.value().with(article, amount);
    return registry.publish(PRICES, next, with -> with.replacing(latest.label()));
  }

  private BigDecimal discount(String article) {
    return registry
        .find(DISCOUNTS)
        .map(discounts -> (BigDecimal) discounts.get(article))
        .orElse(BigDecimal.ZERO);
  }
}
