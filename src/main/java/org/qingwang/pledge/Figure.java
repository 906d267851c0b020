package org.qingwang.pledge;

import java.math.BigDecimal;

/**
 * A figure of a return.
 *
 * @param measure which, as {@link Measure#id()}
 * @param source where it stands: {@link #TYPED}, or a file's name and its rows, for example {@code part7.csv: 2, 5}
 */
public record Figure(String measure, BigDecimal value, String source) {

    /** Where a figure stands that was typed into the form. */
    public static final String TYPED = "form";

    public boolean isTyped() {
        return TYPED.equals(source);
    }
}
