package org.qingwang.law;

import java.time.Instant;
import java.util.Optional;

/**
 * A statutory period that runs or ran: what the task's due date, the timer in the model, the case page and the reports
 * all read.
 *
 * @param id its row
 * @param subject number of what it runs for: a complaint, a case, a referral, a notice, a detention
 * @param caseNo the case it belongs to, where the subject is only a part of one; else null
 * @param jurisdiction whose officers must act or keep watch; null until somebody said so
 * @param rule the version of the rule it runs under
 * @param revision revision of the law it was last counted by
 * @param startedAt when the event happened that started it
 * @param dueAt the last instant in time; while it stands still, where it stood or its cap
 * @param metAt when it ended because what was due was done or is no longer needed, or null while it is open
 * @param missedAt when it was found that the end had passed, or null. A clock may be met afterwards: late or, where that
 *     was only recorded late, in time
 * @param endedBy user id of who did what was due, or null while it is open
 * @param provisional true if the due date rests on a working calendar that is not yet confirmed
 * @param stopped true if it ended although nothing was done
 * @param standstill since when and why it stands still, or null while it runs
 * @param extended by how much it was made longer, in the unit of its rule
 * @param extensions in how many steps it was made longer
 * @param pauses how often it stood still
 */
public record StatutoryClock(
        long id,
        String subject,
        String caseNo,
        String jurisdiction,
        DeadlineRule rule,
        int revision,
        Instant startedAt,
        Instant dueAt,
        Instant metAt,
        Instant missedAt,
        String endedBy,
        boolean provisional,
        boolean stopped,
        Standstill standstill,
        int extended,
        int extensions,
        int pauses) {

    /** Since when and why a clock stands still. */
    public record Standstill(Instant since, SuspensionGround ground) {}

    /** Where a clock stands. */
    public enum State {
        RUNNING,
        SUSPENDED,
        MET,
        MISSED,
        MET_LATE,
        STOPPED
    }

    /**
     * @return where the clock stands at this instant: a running one past its end is missed, one that was met in time is
     *     met in time, whenever that was recorded
     */
    public State state(Instant now) {
        if (stopped) {
            return State.STOPPED;
        }
        if (!isOpen()) {
            return metAt.isAfter(dueAt) ? State.MET_LATE : State.MET;
        }
        if (missedAt != null || end().filter(now::isAfter).isPresent()) {
            return State.MISSED;
        }
        return standstill == null ? State.RUNNING : State.SUSPENDED;
    }

    StatutoryClock withId(long row) {
        return new StatutoryClock(
                row,
                subject,
                caseNo,
                jurisdiction,
                rule,
                revision,
                startedAt,
                dueAt,
                metAt,
                missedAt,
                endedBy,
                provisional,
                stopped,
                standstill,
                extended,
                extensions,
                pauses);
    }

    public boolean isOpen() {
        return metAt == null;
    }

    /** @return the last instant in time; empty while it stands still and nothing caps it */
    public Optional<Instant> end() {
        return standstill == null || rule.cap() != null ? Optional.of(dueAt) : Optional.empty();
    }

    /** @return number of the case it belongs to, or of the complaint it runs for */
    public String file() {
        return caseNo == null ? subject : caseNo;
    }
}
