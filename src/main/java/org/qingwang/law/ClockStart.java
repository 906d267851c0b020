package org.qingwang.law;

import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.agency.Jurisdiction;

/**
 * How a clock starts.
 *
 * @param subject number of what it runs for
 * @param ruleId for example {@code customs.determination}
 * @param event when the event happened; null for now
 * @param caseNo the case it belongs to if the subject is only a part of one, or null
 * @param jurisdiction whose officers must act or keep watch, or null if nobody knows yet
 * @param lasting how long it lasts, in the unit of its rule, where whoever starts it sets that; null for as long as the rule
 *     says
 */
public record ClockStart(
        String subject, String ruleId, Instant event, String caseNo, String jurisdiction, Integer lasting) {

    /** Starts now. */
    public static ClockStart of(String subject, String ruleId) {
        return new ClockStart(subject, ruleId, null, null, null, null);
    }

    /** The event happened at this instant. */
    public ClockStart at(Instant instant) {
        return new ClockStart(subject, ruleId, instant, caseNo, jurisdiction, lasting);
    }

    /** The event happened on this day, at whatever hour. */
    public ClockStart on(LocalDate day) {
        return at(day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
    }

    public ClockStart inCase(String number) {
        return new ClockStart(subject, ruleId, event, number.equals(subject) ? null : number, jurisdiction, lasting);
    }

    public ClockStart by(Jurisdiction owner) {
        return by(owner == null ? null : owner.id());
    }

    ClockStart by(String owner) {
        return new ClockStart(subject, ruleId, event, caseNo, owner, lasting);
    }

    /** Its rule leaves it to somebody to say how long it lasts. */
    public ClockStart lasting(int length) {
        return new ClockStart(subject, ruleId, event, caseNo, jurisdiction, length);
    }
}
