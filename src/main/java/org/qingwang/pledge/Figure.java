package org.qingwang.pledge;

import java.math.BigDecimal;

/**
 * A figure of a return.
 *
 * @param measure which, as {@link Measure#id()}
 * @param source where it stands: in the form, or in which row of an uploaded file
 */
public record Figure(String measure, BigDecimal value, String source) {}
