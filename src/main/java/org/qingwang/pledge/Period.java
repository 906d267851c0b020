package org.qingwang.pledge;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A period of a pledge in force. What is not known yet is null.
 *
 * @param number counted from 1
 * @param missing whether no return came in time
 * @param remark what the firm wrote beside its figures
 * @param checkedWords what the officer said of the check; what is to be corrected, if something is
 * @param correctionGiven what the firm says it corrected
 * @param recheckWords what the officer said of that
 * @param resultWords why
 */
public record Period(
        String pledgeNo,
        int number,
        LocalDate from,
        LocalDate until,
        Stage stage,
        Instant returnedAt,
        String remark,
        boolean missing,
        String checkedWords,
        Integer correctionDays,
        String correctionGiven,
        String recheckWords,
        Result result,
        String resultWords) {

    /** What a period waits for. */
    public enum Stage {
        RETURN,
        CHECK,
        CORRECTION,
        RECHECK,
        CONSEQUENCE,
        CLOSED;

        public String messageKey() {
            return "pledge.period." + name();
        }
    }

    /** What came of a period. */
    public enum Result {
        KEPT,
        CORRECTED,
        WARNED,
        WITHDRAWN;

        public String messageKey() {
            return "pledge.period.result." + name();
        }
    }

    /** Whether the firm may send its return, or a better one: also late, until the check is over. */
    public boolean takesReturn() {
        return stage == Stage.RETURN || stage == Stage.CHECK;
    }
}
