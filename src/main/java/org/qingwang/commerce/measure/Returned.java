package org.qingwang.commerce.measure;

import java.time.LocalDate;

/**
 * Goods were given back.
 *
 * @param receivedBy who signed for them
 * @param note what is missing or was sold, and the proceeds; null if nothing
 */
public record Returned(LocalDate returnedOn, String receivedBy, String note) {}
