package org.qingwang.casefile;

import java.math.BigDecimal;

/**
 * What came of a case.
 *
 * @param outcome how it ended
 * @param reason why, in the officer's words
 * @param caseValue value of the unlawful business in CNY; null if not established
 * @param fine fine imposed in CNY; null if none
 * @param confiscated value confiscated in CNY, goods and gains; null if none
 * @param goodsQuantity how many counterfeit articles were found; null if none
 * @param goods what they were; null if none
 */
public record CaseResult(
        CaseOutcome outcome,
        String reason,
        BigDecimal caseValue,
        BigDecimal fine,
        BigDecimal confiscated,
        BigDecimal goodsQuantity,
        String goods) {

    /** An outcome without amounts and goods. */
    public static CaseResult of(CaseOutcome outcome, String reason) {
        return new CaseResult(outcome, reason, null, null, null, null, null);
    }
}
