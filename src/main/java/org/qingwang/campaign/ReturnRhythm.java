package org.qingwang.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * For which periods agencies report: from one reporting day to the next, the last period until the campaign's last day.
 *
 * @param begin first day of the first period
 * @param launched no period ends before this day
 * @param last last day of the campaign
 */
record ReturnRhythm(LocalDate begin, LocalDate launched, LocalDate last, DayOfWeek weekday) {

    /** A period for which returns are asked. */
    record Period(LocalDate from, LocalDate end) {}

    /**
     * @param asked last day of the period asked for last; null for none
     * @return empty if returns were asked for the whole time
     */
    Optional<Period> after(LocalDate asked) {
        LocalDate from = asked == null ? begin : asked.plusDays(1);
        LocalDate earliest = from.isBefore(launched) ? launched : from;
        if (from.isAfter(last)) {
            return Optional.empty();
        }
        LocalDate end = earliest.with(TemporalAdjusters.nextOrSame(weekday));
        return Optional.of(new Period(from, end.isAfter(last) ? last : end));
    }
}
