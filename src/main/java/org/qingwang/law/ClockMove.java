package org.qingwang.law;

import java.time.Instant;

/**
 * An open clock whose end a corrected file of law moves.
 *
 * @param clock as it is
 * @param to its end from then on
 */
public record ClockMove(StatutoryClock clock, Instant to) {

    public Instant from() {
        return clock.dueAt();
    }
}
