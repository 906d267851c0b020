package org.qingwang.pledge;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a check found of a commitment.
 *
 * @param number of the commitment
 * @param result null as long as nobody has said; of a figure what its value proposes, until somebody says
 * @param value what was measured; null if nothing could be
 * @param words how it was looked at
 */
public record Finding(int number, Result result, BigDecimal value, String words, Instant foundAt, String foundBy) {

    /** Whether it says no more than what the return's figure means; an officer may find otherwise. */
    public boolean isProposed() {
        return result != null && foundAt == null;
    }

    Finding foundBy(Instant at, String officer) {
        return new Finding(number, result, value, words, at, officer);
    }

    /** Whether a commitment is kept. */
    public enum Result {
        KEPT,
        /** The firm did not show it, so nobody knows. */
        NOT_SHOWN,
        BROKEN;

        public String messageKey() {
            return "pledge.result." + name();
        }
    }
}
