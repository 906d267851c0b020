package org.qingwang.law;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A time in which a clock stood still. In periods counted in days the day of the event that begins it still counts, the
 * day of the event that ends it does not: a pause that begins and ends on one day costs nothing.
 *
 * @param to null while it lasts
 */
public record Pause(Instant from, Instant to, SuspensionGround ground, String reason) {

    boolean covers(LocalDate day) {
        return day.isAfter(WorkingCalendar.dateOf(from)) && (to == null || !day.isAfter(WorkingCalendar.dateOf(to)));
    }
}
