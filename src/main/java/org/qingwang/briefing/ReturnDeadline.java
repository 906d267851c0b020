package org.qingwang.briefing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.law.ClockStart;
import org.qingwang.law.DeadlineRules;
import org.qingwang.law.WorkingCalendar;
import org.springframework.stereotype.Component;

/**
 * By when an agency reports: before offices close on the day the period ends, whichever day of the week the plan of the
 * campaign chose; on the next working day if that is a day off. Who is asked too late for that has the next day of work.
 */
@Component
class ReturnDeadline {

    private final DeadlineRules rules;
    private final Clock time;

    ReturnDeadline(DeadlineRules rules, Clock time) {
        this.rules = rules;
        this.time = time;
    }

    /** @param periodEnd last day of the period that is reported on */
    ClockStart of(String briefingNo, Jurisdiction jurisdiction, LocalDate periodEnd) {
        ZonedDateTime now = time.instant().atZone(WorkingCalendar.ZONE);
        LocalDate earliest = now.toLocalTime().isBefore(closing(now.toLocalDate()))
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        LocalDate day = periodEnd.isBefore(earliest) ? earliest : periodEnd;
        return ClockStart.of(AgencyReturn.number(briefingNo, jurisdiction), BriefingService.RETURN_CLOCK)
                .by(jurisdiction)
                .on(day)
                .lasting(day.getDayOfWeek().getValue());
    }

    private LocalTime closing(LocalDate today) {
        LocalTime closing = rules.inForce(BriefingService.RETURN_CLOCK, today).until();
        return closing == null ? LocalTime.MAX : closing;
    }
}
