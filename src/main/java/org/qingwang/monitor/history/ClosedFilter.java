package org.qingwang.monitor.history;

import java.time.LocalDate;

/**
 * Which closed processes of a model are asked for.
 *
 * @param number how the number they belong to begins; empty for all
 * @param from first day on which they ended; null for no limit
 * @param to last day on which they ended; null for no limit
 * @param state how they ended; null for any
 */
public record ClosedFilter(String number, LocalDate from, LocalDate to, RunState state) {

    /** Every closed process. */
    public static final ClosedFilter ALL = new ClosedFilter("", null, null, null);

    public ClosedFilter {
        number = number == null ? "" : number.strip();
    }
}
