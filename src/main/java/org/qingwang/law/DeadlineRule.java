package org.qingwang.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A period the law gives somebody, in one version.
 *
 * @param id the same through all versions, for example {@code commerce.service}
 * @param name what has to be done, English
 * @param nameZh what has to be done, Chinese
 * @param limit length of the period in {@code unit}
 * @param startsAt the event after which it runs, English
 * @param startsAtZh the event after which it runs, Chinese
 * @param basis the article it rests on
 * @param from first day on which a period may start under this version; it also names the version
 * @param to last such day, or null while the version is in force
 * @param verified false if the figure was not checked against the text of the law: pages say so
 * @param note what an officer should know about it, or null
 */
public record DeadlineRule(
        String id,
        String name,
        String nameZh,
        int limit,
        DayUnit unit,
        String startsAt,
        String startsAtZh,
        LegalBasis basis,
        LocalDate from,
        LocalDate to,
        boolean verified,
        String note) {

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** @return the last instant at which what is due is still in time, if the event happened at {@code event} */
    Instant due(Instant event, WorkingCalendar calendar) {
        LocalDate day = WorkingCalendar.dateOf(event);
        return switch (unit) {
            case WORKING_DAY -> WorkingCalendar.endOf(calendar.afterWorkingDays(day, limit));
            case CALENDAR_DAY -> WorkingCalendar.endOf(calendar.afterCalendarDays(day, limit));
            case HOUR -> event.plus(limit, ChronoUnit.HOURS);
        };
    }
}
