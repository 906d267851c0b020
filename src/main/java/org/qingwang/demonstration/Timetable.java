package org.qingwang.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.qingwang.law.WorkingCalendar;

/**
 * When what happens. The campaign began on a Monday nine weeks before the one of the week in which the play is begun; pledges
 * began before.
 */
final class Timetable {

    /** From the campaign's first day to the Monday of the present week. */
    static final int DAYS = 63;

    private static final int DAYS_BEFORE = 190;
    private static final int PLANNING = 16;
    private static final LocalTime MORNING = LocalTime.of(9, 5);
    private static final LocalTime FORENOON = LocalTime.of(11, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(15, 0);

    private final WorkingCalendar calendar;
    private final Instant end;
    private final LocalDate first;

    /** @param end when the play was begun: nothing happens after it */
    Timetable(WorkingCalendar calendar, Instant end) {
        this.calendar = calendar;
        this.end = end;
        LocalDate today = WorkingCalendar.dateOf(end);
        this.first = today.minusDays(today.getDayOfWeek().getValue() - 1L).minusDays(DAYS);
    }

    LocalDate firstDay() {
        return first;
    }

    Instant end() {
        return end;
    }

    /** @return the working morning of the campaign's day of this number, or the first after it */
    Instant morning(int day) {
        return at(working(first.plusDays(day)), MORNING);
    }

    /** @return so many working days later, before or after noon */
    Instant later(Instant since, int workingDays, int number) {
        LocalDate day = WorkingCalendar.dateOf(since);
        LocalDate then = workingDays == 0 ? working(day) : calendar.afterWorkingDays(day, workingDays);
        Instant noon = at(then, number % 2 == 0 ? FORENOON : AFTERNOON);
        return noon.isAfter(since) ? noon : at(then, AFTERNOON);
    }

    /** @return the forenoon of a working day, the given one or the next */
    Instant forenoon(int day) {
        return at(working(first.plusDays(day)), FORENOON);
    }

    Instant afternoon(LocalDate day) {
        return at(day, AFTERNOON);
    }

    private LocalDate working(LocalDate day) {
        LocalDate working = day;
        while (!calendar.isWorkingDay(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    /** @return every moment at which the play looks what is to be done: three on a working day, fewer before the campaign */
    List<Instant> moments() {
        List<Instant> moments = new ArrayList<>();
        for (LocalDate day = first.minusDays(DAYS_BEFORE); !at(day, MORNING).isAfter(end); day = day.plusDays(1)) {
            for (LocalTime time : timesOf(day)) {
                if (!at(day, time).isAfter(end)) {
                    moments.add(at(day, time));
                }
            }
        }
        return moments;
    }

    private List<LocalTime> timesOf(LocalDate day) {
        if (!calendar.isWorkingDay(day)) {
            return List.of();
        }
        return day.isBefore(first.minusDays(PLANNING)) ? List.of(FORENOON) : List.of(MORNING, FORENOON, AFTERNOON);
    }

    /** Whether a day begins, so far as an office sees it. */
    static boolean isMorning(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toLocalTime().equals(MORNING);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(WorkingCalendar.ZONE).toInstant();
    }
}
