package org.qingwang.law.process;

import java.time.Instant;
import java.util.Date;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.engine.ModelBean;
import org.qingwang.law.ClockStart;
import org.qingwang.law.StatutoryClock;
import org.qingwang.law.StatutoryClocks;

/** Lets a model read a statutory period: the task's due date and the timer ask for the same row. */
@ModelBean("clocks")
public class ClocksBean {

    /** A timer whose clock stands still waits until somebody resumes the clock and moves it. */
    private static final Date NOT_BEFORE_RESUMED = Date.from(Instant.parse("2999-12-31T15:59:59Z"));

    private final StatutoryClocks clocks;

    ClocksBean(StatutoryClocks clocks) {
        this.clocks = clocks;
    }

    /**
     * For a task's due date. Starts the clock if none is open.
     *
     * @return its last instant in time; null while it stands still
     */
    public Date due(String subject, String ruleId) {
        return due(ClockStart.of(subject, ruleId));
    }

    /** The same, for the jurisdiction whose officers must act or keep watch. */
    public Date due(String subject, String ruleId, String jurisdiction) {
        return due(ClockStart.of(subject, ruleId).by(Jurisdiction.parse(jurisdiction)));
    }

    /** The same, for a part of a case that has a number of its own. */
    public Date due(String subject, String ruleId, String jurisdiction, String caseNo) {
        return due(ClockStart.of(subject, ruleId)
                .by(Jurisdiction.parse(jurisdiction))
                .inCase(caseNo));
    }

    /** For a timer: the same as {@code due}, but never null. */
    public Date timer(String subject, String ruleId) {
        return notNull(due(subject, ruleId));
    }

    /** The same, for the jurisdiction whose officers must act or keep watch. */
    public Date timer(String subject, String ruleId, String jurisdiction) {
        return notNull(due(subject, ruleId, jurisdiction));
    }

    /** The same, for a part of a case that has a number of its own. */
    public Date timer(String subject, String ruleId, String jurisdiction, String caseNo) {
        return notNull(due(subject, ruleId, jurisdiction, caseNo));
    }

    private Date due(ClockStart start) {
        StatutoryClock clock = clocks.start(start);
        return clock.end().map(Date::from).orElse(null);
    }

    static Date notNull(Date end) {
        return end == null ? NOT_BEFORE_RESUMED : end;
    }
}
