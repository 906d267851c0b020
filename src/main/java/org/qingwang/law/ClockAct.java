package org.qingwang.law;

import java.time.Instant;

/**
 * What somebody did to a clock between its start and its end.
 *
 * @param by name of who did it; null before it is recorded
 * @param amount by how much it was made longer, in the unit of its rule, or null
 * @param dueBefore its end before
 * @param dueAfter its end from then on
 */
public record ClockAct(
        Kind kind, Instant at, String by, String reason, Integer amount, Instant dueBefore, Instant dueAfter) {

    /** What can be done to a running clock. */
    public enum Kind {
        SUSPENDED,
        RESUMED,
        EXTENDED,
        STOPPED,
        /** A corrected file of law, or a confirmed calendar, moved its end. */
        RECOUNTED
    }
}
