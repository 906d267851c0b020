package org.qingwang.law;

import java.math.BigDecimal;

/**
 * How high a fine may be, in one version of the law. Amounts in CNY. It counts in multiples of the illegal business, in
 * fixed amounts, or in both with a threshold between them.
 *
 * @param head what it has in common with other rules
 * @param threshold illegal business amount from which the fine is counted in multiples; null if there is one way only
 * @param times highest multiple, or null
 * @param timesMinimum lowest multiple, or null
 * @param flatMaximum highest fixed amount, or null
 * @param flatMinimum lowest fixed amount, or null
 * @param seriousMaximum highest fixed amount in serious circumstances, or null if the law has no range of its own there
 * @param seriousMinimum lowest such amount, or null
 * @param heavierFrom share of the maximum from which a heavier penalty usually lies; a guide, not a limit of the law;
 *     null if there is none
 * @param heavierVerified false if that share was not checked at its source
 */
public record FineRule(
        RuleHead head,
        BigDecimal threshold,
        BigDecimal times,
        BigDecimal timesMinimum,
        BigDecimal flatMaximum,
        BigDecimal flatMinimum,
        BigDecimal seriousMaximum,
        BigDecimal seriousMinimum,
        BigDecimal heavierFrom,
        boolean heavierVerified)
        implements LawRule {

    /** Whether the fine is counted in multiples of this amount. */
    boolean isMultiple(BigDecimal illegalBusiness) {
        return times != null && (threshold == null || illegalBusiness.compareTo(threshold) >= 0);
    }

    BigDecimal maximum(BigDecimal illegalBusiness, boolean serious) {
        if (serious && seriousMaximum != null) {
            return seriousMaximum;
        }
        return isMultiple(illegalBusiness) ? illegalBusiness.multiply(times) : flatMaximum;
    }

    BigDecimal minimum(BigDecimal illegalBusiness, boolean serious) {
        if (serious && seriousMinimum != null) {
            return seriousMinimum;
        }
        BigDecimal least = isMultiple(illegalBusiness) ? multiplied(illegalBusiness, timesMinimum) : flatMinimum;
        return least == null ? BigDecimal.ZERO : least;
    }

    private static BigDecimal multiplied(BigDecimal amount, BigDecimal factor) {
        return factor == null ? null : amount.multiply(factor);
    }
}
