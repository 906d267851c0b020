package org.qingwang.law;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the State Council's yearly notice says.
 *
 * @param year the year all its days lie in
 * @param provisional true if the notice is not known yet and only the days fixed by the holiday regulation are in it
 * @param daysOff days off, with the days moved for a festival
 * @param makeUpDays Saturdays and Sundays that are worked in exchange
 */
record CalendarYear(int year, boolean provisional, Set<LocalDate> daysOff, Set<LocalDate> makeUpDays) {

    CalendarYear {
        daysOff = Set.copyOf(daysOff);
        makeUpDays = Set.copyOf(makeUpDays);
    }
}
