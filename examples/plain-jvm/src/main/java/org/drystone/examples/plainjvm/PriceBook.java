package org.drystone.examples.plainjvm;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What everything costs: one value, published as a whole. Records of values are immutable, so the
 * registry takes them as they are.
 *
 * @param currency in which all prices are
 * @param prices one for each article
 */
public record PriceBook(String currency, List<Price> prices) {

  /** The price of one article. */
  public record Price(String article, BigDecimal amount) {}

  /** Copies the list: nobody else can change it then. */
  public PriceBook {
    prices = List.copyOf(prices);
  }

  /**
   * The price of an article.
   *
   * @throws IllegalArgumentException if there is none
   */
  public BigDecimal priceOf(String article) {
    return prices.stream()
        .filter(price -> price.article().equals(article))
        .map(Price::amount)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no article " + article));
  }

  /** This book with another price of one article, which may be a new one. */
  public PriceBook with(String article, BigDecimal amount) {
    Map<String, Price> byArticle = new LinkedHashMap<>();
    prices.forEach(price -> byArticle.put(price.article(), price));
    byArticle.put(article, new Price(article, amount));
    return new PriceBook(currency, List.copyOf(byArticle.values()));
  }
}
