package org.qingwang.platform;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What was done about a platform that took no measures.
 *
 * @param round 1 for the first time
 * @param answerReason why it took none; null if it kept silent
 * @param order null before the head decided
 * @param check null before it was looked at
 * @param fine null before the head decided
 * @param range null before
 */
public record Correction(
        int round,
        MeasuresTaken.Answer answer,
        String answerReason,
        OrderDecision order,
        CorrectionCheck check,
        FineDecision fine,
        Range range) {

    /** The lawful range a fine was checked against, with the version of the rule; amounts in CNY. */
    public record Range(String rule, LocalDate version, BigDecimal minimum, BigDecimal maximum) {}
}
