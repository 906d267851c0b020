package org.qingwang.law;

import java.time.Instant;

/**
 * A statutory period that runs or ran: what the task's due date, the timer in the model, the case page and the reports
 * all read.
 *
 * @param subject number of the complaint or case it runs for
 * @param rule the version of the rule it runs under
 * @param startedAt when the event happened that started it
 * @param dueAt the last instant in time
 * @param metAt when what was due was done, or null while it is open
 * @param missedAt when it was found that the end had passed, or null. A clock may be missed and met later
 * @param endedBy user id of who did what was due, or null while it is open
 * @param provisional true if the due date rests on a working calendar that is not yet confirmed
 */
public record StatutoryClock(
        String subject,
        DeadlineRule rule,
        Instant startedAt,
        Instant dueAt,
        Instant metAt,
        Instant missedAt,
        String endedBy,
        boolean provisional) {

    /** Where a clock stands. */
    public enum State {
        RUNNING,
        MET,
        MISSED,
        MET_LATE
    }

    /** @return where the clock stands at this instant; a running clock past its end counts as missed */
    public State state(Instant now) {
        boolean late = missedAt != null || (metAt == null ? now : metAt).isAfter(dueAt);
        if (metAt == null) {
            return late ? State.MISSED : State.RUNNING;
        }
        return late ? State.MET_LATE : State.MET;
    }
}
