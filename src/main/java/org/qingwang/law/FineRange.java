package org.qingwang.law;

import java.math.BigDecimal;

/**
 * The fines that are lawful for one set of facts. Amounts in CNY with two decimals.
 *
 * @param rule the version of the rule it was computed from
 * @param illegalBusiness the amount it was computed for
 * @param minimum the lowest lawful fine; zero where the rule knows none, as in the Trademark Law
 * @param maximum the highest lawful fine; zero if no fine may be imposed at all
 * @param heavierFrom from where a heavier penalty usually lies, or null where none is called for. A fine below it stays
 *     lawful but has to be explained
 * @param reason why this range
 */
public record FineRange(
        FineRule rule,
        BigDecimal illegalBusiness,
        BigDecimal minimum,
        BigDecimal maximum,
        BigDecimal heavierFrom,
        Reason reason) {

    /** Which limb of the rule gave the range. */
    public enum Reason {
        /** Illegal business below the threshold, or none: a flat maximum. */
        BELOW_THRESHOLD,
        /** Illegal business at or above the threshold: a multiple of it. */
        MULTIPLE,
        /** The law fixes the range in amounts, whatever the illegal business. */
        FIXED,
        /** The seller did not know, obtained the goods lawfully and named the supplier: no fine. */
        INNOCENT_SELLER
    }

    /** Whether this fine lies within the range, its ends included. */
    public boolean allows(BigDecimal fine) {
        return fine.compareTo(minimum) >= 0 && fine.compareTo(maximum) <= 0;
    }

    /** Whether this fine is lower than a heavier penalty usually is, so that it needs a reason of its own. */
    public boolean isLighterThanCalledFor(BigDecimal fine) {
        return heavierFrom != null && fine.compareTo(heavierFrom) < 0;
    }
}
