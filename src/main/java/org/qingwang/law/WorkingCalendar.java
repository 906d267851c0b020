package org.qingwang.law;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.qingwang.common.BadInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * China's working days: Monday to Friday, without the holidays and with the make-up days of the State Council's yearly
 * notices. Each year is a file, {@code calendar/<year>.yaml}: brought with the product, laid into the operator's folder, or
 * entered on the page of the law. A year without a file is refused, never guessed.
 *
 * <p>How days are counted: the day of the event does not count, day one is the day after it; a period in calendar days
 * that ends on a day off ends on the next working day (Civil Code arts. 201 and 203, Civil Procedure Law art. 85).
 */
@Component
public class WorkingCalendar {

    /** The zone in which a day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Supplier<CalendarYears> years;

    /** The calendar in force, whatever is corrected later. */
    @Autowired
    WorkingCalendar(Law law) {
        this.years = () -> law.current().calendar();
    }

    /** The calendar of one book. */
    WorkingCalendar(LawBook book) {
        this.years = book::calendar;
    }

    /** @throws BadInput if the year of the day has no calendar file; the sentence names the file to add */
    public boolean isWorkingDay(LocalDate day) {
        CalendarYear year = yearOf(day);
        if (year.makeUpDays().contains(day)) {
            return true;
        }
        return !isWeekend(day) && !year.daysOff().contains(day);
    }

    /**
     * The last day of a period in working days.
     *
     * @param event the day of the event, which does not count
     * @param workingDays length of the period, at least one
     */
    public LocalDate afterWorkingDays(LocalDate event, int workingDays) {
        requireAtLeastOne(workingDays);
        LocalDate day = event;
        for (int counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return day;
    }

    /**
     * The last day of a period in calendar days: if that is a day off, the next working day.
     *
     * @param event the day of the event, which does not count
     * @param days length of the period, at least one
     */
    public LocalDate afterCalendarDays(LocalDate event, int days) {
        requireAtLeastOne(days);
        return workingDayFrom(event.plusDays(days));
    }

    /** @return this day if it is a working day, else the next one that is */
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** Whether the answer for any day of this span rests on a calendar that the State Council has not yet confirmed. */
    public boolean isProvisional(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (yearOf(LocalDate.of(year, 1, 1)).provisional()) {
                return true;
            }
        }
        return false;
    }

    /** @return the date on which this instant falls in China */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** @return the last second of the day in China: until then the period runs */
    public static Instant endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(ZONE).toInstant();
    }

    private CalendarYear yearOf(LocalDate day) {
        return years.get().of(day.getYear());
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static void requireAtLeastOne(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("a period of " + length + " days");
        }
    }
}
