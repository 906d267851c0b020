package org.qingwang.commerce.measure;

import java.math.BigDecimal;

/**
 * A lot of goods on the list of a measure.
 *
 * @param number its place on the list, from 1
 * @param value in CNY
 */
public record MeasureItem(int number, String name, BigDecimal quantity, BigDecimal value, ItemState state) {}
