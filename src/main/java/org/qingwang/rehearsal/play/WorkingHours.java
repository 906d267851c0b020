package org.qingwang.rehearsal.play;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.qingwang.law.WorkingCalendar;

/** When people work: so many hours from nine o'clock on each working day. What is not finished goes on the next day. */
final class WorkingHours {

    private static final LocalTime OPENS = LocalTime.of(9, 0);

    private final WorkingCalendar calendar;
    private final Duration day;

    WorkingHours(WorkingCalendar calendar, int hours) {
        this.calendar = calendar;
        this.day = Duration.ofHours(hours);
    }

    static Instant opening(LocalDate date) {
        return date.atTime(OPENS).atZone(WorkingCalendar.ZONE).toInstant();
    }

    Instant closing(LocalDate date) {
        return opening(date).plus(day);
    }

    /** @return when this much work is done that is begun then, or at the next opening */
    Instant after(Instant begun, int minutes) {
        Instant from = open(begun);
        Duration left = Duration.ofMinutes(minutes);
        LocalDate date = WorkingCalendar.dateOf(from);
        while (from.plus(left).isAfter(closing(date))) {
            left = left.minus(Duration.between(from, closing(date)));
            date = calendar.workingDayFrom(date.plusDays(1));
            from = opening(date);
        }
        return from.plus(left);
    }

    /** @return this moment if somebody works then, else the next opening */
    Instant open(Instant moment) {
        LocalDate date = WorkingCalendar.dateOf(moment);
        if (!calendar.isWorkingDay(date) || !moment.isBefore(closing(date))) {
            return opening(calendar.workingDayFrom(date.plusDays(1)));
        }
        return moment.isBefore(opening(date)) ? opening(date) : moment;
    }
}
