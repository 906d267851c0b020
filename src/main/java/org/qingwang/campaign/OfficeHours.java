package org.qingwang.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/** When offices are asked for something: at nine in the morning of a working day. */
@Component
class OfficeHours {

    private static final LocalTime OPEN = LocalTime.of(9, 0);

    private final WorkingCalendar calendar;
    private final Clock time;

    OfficeHours(WorkingCalendar calendar, Clock time) {
        this.calendar = calendar;
        this.time = time;
    }

    /** @return nine in the morning of this day or, if it is a day off, of the next working day */
    Instant openingOn(LocalDate day) {
        return calendar.workingDayFrom(day)
                .atTime(OPEN)
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
    }

    boolean hasCome(LocalDate day) {
        return !time.instant().isBefore(openingOn(day));
    }

    /** @return how long until then, as ISO 8601 has it; nothing if it is past */
    String until(LocalDate day) {
        Duration left = Duration.between(time.instant(), openingOn(day));
        return (left.isNegative() ? Duration.ZERO : left).toString();
    }
}
