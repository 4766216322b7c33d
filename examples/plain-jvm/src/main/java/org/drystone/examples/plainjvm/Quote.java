package org.drystone.examples.plainjvm;

import java.math.BigDecimal;

/**
 * What a customer would pay.
 *
 * @param article what
 * @param quantity how many
 * @param total for all of them, after the discount
 * @param bookVersion the version of the price book that this was computed with
 */
public record Quote(String article, int quantity, BigDecimal total, long bookVersion) {}
