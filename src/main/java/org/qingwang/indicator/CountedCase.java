package org.qingwang.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.qingwang.agency.Jurisdiction;

/**
 * One line of the list behind a figure.
 *
 * @param eventId of the entry in the case's timeline
 * @param agency whose act it was
 * @param day on which it happened
 * @param enteredAt when it was entered
 * @param amount what it adds to a sum; one where cases are counted
 * @param goods null if unknown
 * @param platform null if unknown
 * @param right null if unknown
 */
public record CountedCase(
        String caseNo,
        long eventId,
        Jurisdiction agency,
        LocalDate day,
        Instant enteredAt,
        BigDecimal amount,
        Standing standing,
        String goods,
        String platform,
        String right) {

    /** What a line means to its figure. */
    public enum Standing {
        /** It happened in the period. */
        PERIOD,
        /** It happened before the period and was entered too late for the period it happened in. */
        LATE,
        /** It was counted in an earlier period and is none of its own any more: the case was joined to another. */
        WITHDRAWN;

        public String messageKey() {
            return "indicator.standing." + name();
        }
    }
}
