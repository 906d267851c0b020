package org.qingwang.law;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.audit.AuditEntry;
import org.qingwang.audit.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The statutory periods that run for complaints and cases. A subject is the number of a complaint or case. At most one
 * clock for a subject and rule is open at a time; once met, the next start begins a new round.
 *
 * <p>Starting and meeting a clock is part of the act that causes it and stands in that act's audit entry; a period that
 * is missed happens without an act and is audited here.
 */
@Service
@Transactional
public class StatutoryClocks {

    private final ClockRows table;
    private final DeadlineRules rules;
    private final WorkingCalendar calendar;
    private final AuditLog audit;
    private final Clock time;

    StatutoryClocks(ClockRows table, DeadlineRules rules, WorkingCalendar calendar, AuditLog audit, Clock time) {
        this.table = table;
        this.rules = rules;
        this.calendar = calendar;
        this.audit = audit;
        this.time = time;
    }

    /**
     * Starts the clock now if none is open.
     *
     * @return the last instant in time of the open clock
     */
    public Instant due(String subject, String ruleId) {
        return open(subject, ruleId, time.instant()).dueAt();
    }

    /**
     * Starts the clock, if none is open, with an event that happened on an earlier day or today.
     *
     * @param event the day of the event, which itself does not count
     * @return the last instant in time of the open clock
     */
    public Instant dueSince(String subject, String ruleId, LocalDate event) {
        return open(subject, ruleId, event.atStartOfDay(WorkingCalendar.ZONE).toInstant())
                .dueAt();
    }

    /** What was due has just been done. Nothing happens if no such clock is open. */
    public void met(String subject, String ruleId) {
        close(subject, ruleId, time.instant());
    }

    /** What was due was done on this day, not after today. Nothing happens if no such clock is open. */
    public void metOn(String subject, String ruleId, LocalDate day) {
        Instant now = time.instant();
        close(subject, ruleId, day.equals(WorkingCalendar.dateOf(now)) ? now : WorkingCalendar.endOf(day));
    }

    /** The end has passed and what was due is not done. Nothing happens if no such clock is open, or twice. */
    public void missed(String subject, String ruleId) {
        table.open(subject, ruleId)
                .filter(clock -> clock.missedAt() == null)
                .ifPresent(clock -> recordMissed(clock, time.instant()));
    }

    /** @return all clocks that run or ran for it, the earliest end first */
    @Transactional(readOnly = true)
    public List<StatutoryClock> of(String subject) {
        return table.of(subject);
    }

    private StatutoryClock open(String subject, String ruleId, Instant event) {
        Optional<StatutoryClock> running = table.open(subject, ruleId);
        if (running.isPresent()) {
            return running.get();
        }
        StatutoryClock clock = newClock(subject, ruleId, event);
        return table.addIfNoneOpen(clock) ? clock : table.open(subject, ruleId).orElseThrow();
    }

    private StatutoryClock newClock(String subject, String ruleId, Instant event) {
        LocalDate day = WorkingCalendar.dateOf(event);
        DeadlineRule rule = rules.inForce(ruleId, day);
        Instant due = rule.due(event, calendar);
        boolean provisional = rule.unit() != DayUnit.HOUR && calendar.isProvisional(day, WorkingCalendar.dateOf(due));
        return new StatutoryClock(subject, rule, event, due, null, null, null, provisional);
    }

    private void close(String subject, String ruleId, Instant at) {
        Optional<StatutoryClock> running = table.open(subject, ruleId);
        if (running.isEmpty()) {
            return;
        }
        StatutoryClock clock = running.get();
        if (at.isAfter(clock.dueAt()) && clock.missedAt() == null) {
            recordMissed(clock, at);
        }
        table.setMet(subject, ruleId, at, Actors.current().userId());
    }

    private void recordMissed(StatutoryClock clock, Instant at) {
        table.setMissed(clock.subject(), clock.rule().id(), at);
        audit.record(AuditEntry.of(
                "clock.missed",
                "clock",
                clock.subject(),
                Map.of("rule", clock.rule().id(), "due", clock.dueAt().toString())));
    }
}
