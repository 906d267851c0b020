package org.qingwang.deputy;

import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.agency.Jurisdiction;

/**
 * Somebody does the tasks of a colleague who is away.
 *
 * @param absent user id of who is away
 * @param deputy user id of who does the tasks
 * @param jurisdiction for which both work
 * @param firstDay of the absence
 * @param lastDay of the absence; the day after it the tasks go back
 * @param namedBy user id of who named the deputy
 * @param endedAt when it was ended early; null otherwise
 * @param handedBackAt when the last task had gone back after its end; null before
 */
public record Deputyship(
        long id,
        String absent,
        String absentName,
        String deputy,
        String deputyName,
        Jurisdiction jurisdiction,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        String namedBy,
        Instant endedAt,
        Instant handedBackAt) {

    /** Whether the deputy does the tasks on this day. */
    public boolean holdsOn(LocalDate day) {
        return endedAt == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Whether it is over, by its last day or ended before. */
    public boolean isOverOn(LocalDate day) {
        return endedAt != null || day.isAfter(lastDay);
    }
}
