package org.qingwang.law;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One file under {@code calendar/}: what the State Council's yearly notice says.
 *
 * @param year the year all its days lie in
 * @param provisional true if the notice is not known yet and only the days fixed by the holiday regulation are in it
 * @param holidays days off by festival, with the days moved for it
 * @param makeUpDays Saturdays and Sundays that are worked in exchange
 */
record CalendarYear(int year, boolean provisional, List<Festival> holidays, Set<LocalDate> makeUpDays) {

    record Festival(String name, Set<LocalDate> days) {}

    CalendarYear {
        Set<LocalDate> all = new HashSet<>(makeUpDays);
        for (Festival festival : holidays) {
            all.addAll(festival.days());
        }
        for (LocalDate day : all) {
            if (day.getYear() != year) {
                throw new IllegalArgumentException(day + " stands in the calendar of " + year);
            }
        }
    }

    Set<LocalDate> daysOff() {
        Set<LocalDate> days = new HashSet<>();
        for (Festival festival : holidays) {
            days.addAll(festival.days());
        }
        return days;
    }
}
