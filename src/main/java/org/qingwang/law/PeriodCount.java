package org.qingwang.law;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * Counts a period: day one is the day after the event, an end on a day off moves on to the next working day, hours run
 * day and night (Civil Code arts. 201 to 203). Days in a pause do not count.
 *
 * @param extended by how much it was made longer, in the unit of the rule
 * @param pauses times in which it stood still, ended ones only
 */
record PeriodCount(DeadlineRule rule, Instant event, int extended, List<Pause> pauses, WorkingCalendar calendar) {

    /** @return the last instant in time */
    Instant due() {
        Instant counted = uncapped();
        Instant cap = cap();
        return cap != null && counted.isAfter(cap) ? cap : counted;
    }

    /** @return the end that nothing passes, or null if there is none */
    Instant cap() {
        PeriodCap cap = rule.cap();
        return cap == null ? null : end(cap.limit(), cap.unit(), List.of());
    }

    /** Whether the end rests on a working calendar that is not confirmed yet. */
    boolean isProvisional(Instant due) {
        return rule.needsCalendar()
                && calendar.isProvisional(
                        earlier(WorkingCalendar.dateOf(event), WorkingCalendar.dateOf(due)),
                        WorkingCalendar.dateOf(due));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private Instant uncapped() {
        return end(rule.limit() + extended, rule.unit(), pauses);
    }

    private Instant end(int length, PeriodUnit unit, List<Pause> without) {
        if (unit == PeriodUnit.HOUR) {
            return event.plus(length, ChronoUnit.HOURS).plus(stoodStill(without));
        }
        LocalDate last = lastDay(length, unit, without);
        return rule.until() == null
                ? WorkingCalendar.endOf(last)
                : last.atTime(rule.until()).atZone(WorkingCalendar.ZONE).toInstant();
    }

    private LocalDate lastDay(int length, PeriodUnit unit, List<Pause> without) {
        LocalDate day = WorkingCalendar.dateOf(event);
        return switch (unit) {
            case WORKING_DAY -> workingDays(day, length, without);
            case CALENDAR_DAY -> moved(days(day, length, without), without);
            case MONTH -> moved(day.plusMonths(signed(length)).plusDays(daysLost(without)), without);
            case YEAR -> moved(day.plusYears(signed(length)).plusDays(daysLost(without)), without);
            case WEEKDAY -> moved(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(length))), without);
            case HOUR -> throw new IllegalArgumentException("hours have no last day");
        };
    }

    private int signed(int length) {
        return rule.backwards() ? -length : length;
    }

    private LocalDate workingDays(LocalDate event, int length, List<Pause> without) {
        LocalDate day = event;
        for (int counted = 0; counted < length; ) {
            day = day.plusDays(signed(1));
            if (calendar.isWorkingDay(day) && !isIn(without, day)) {
                counted++;
            }
        }
        return day;
    }

    private LocalDate days(LocalDate event, int length, List<Pause> without) {
        LocalDate day = event;
        for (int counted = 0; counted < length; ) {
            day = day.plusDays(signed(1));
            if (!isIn(without, day)) {
                counted++;
            }
        }
        return day;
    }

    private LocalDate moved(LocalDate end, List<Pause> without) {
        LocalDate day = end;
        while (rule.movesOn() && (!calendar.isWorkingDay(day) || isIn(without, day))) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static boolean isIn(List<Pause> pauses, LocalDate day) {
        return pauses.stream().anyMatch(pause -> pause.covers(day));
    }

    private static long daysLost(List<Pause> pauses) {
        return pauses.stream()
                .mapToLong(pause -> ChronoUnit.DAYS.between(
                        WorkingCalendar.dateOf(pause.from()), WorkingCalendar.dateOf(pause.to())))
                .sum();
    }

    private static Duration stoodStill(List<Pause> pauses) {
        return pauses.stream()
                .map(pause -> Duration.between(pause.from(), pause.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
