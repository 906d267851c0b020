package org.qingwang.indicator;

import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.law.WorkingCalendar;

/**
 * The period a figure is for. What was entered up to the end of its last day counts in it, later entries in the next.
 *
 * @param begin the first day of anything that counts: that of the campaign
 * @param from first day of the period
 * @param to last day of the period
 */
public record Span(LocalDate begin, LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException if the days are not in their order */
    public Span {
        if (from.isBefore(begin) || to.isBefore(from)) {
            throw new IllegalArgumentException("no period: " + begin + ", " + from + " to " + to);
        }
    }

    /** The last instant of the day before the period. */
    public Instant after() {
        return WorkingCalendar.endOf(from.minusDays(1));
    }

    /** The last instant of the period. */
    public Instant until() {
        return WorkingCalendar.endOf(to);
    }
}
