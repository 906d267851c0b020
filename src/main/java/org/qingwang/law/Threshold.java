package org.qingwang.law;

import java.math.BigDecimal;

/**
 * A figure from which the law changes its answer.
 *
 * @param measure what is counted
 * @param circumstance what must be so for this figure to be the one
 * @param tier where it leads
 * @param amount from here on, in CNY unless the measure says otherwise
 * @param verified false if it was not checked against the text of the law
 */
public record Threshold(Measure measure, Circumstance circumstance, Tier tier, BigDecimal amount, boolean verified) {

    /** What a threshold counts. */
    public enum Measure {
        ILLEGAL_BUSINESS,
        ILLEGAL_GAINS,
        SALES,
        UNSOLD,
        SOLD_AND_UNSOLD,
        /** Complete images of a mark. */
        PIECES,
        /** A fine, or what is confiscated. */
        PENALTY,
        INFRINGEMENTS,
        YEARS,
        TIMES,
        DAILY_PERCENT,
        MOST_PERCENT;

        public boolean isMoney() {
            return this == ILLEGAL_BUSINESS
                    || this == ILLEGAL_GAINS
                    || this == SALES
                    || this == UNSOLD
                    || this == SOLD_AND_UNSOLD
                    || this == PENALTY;
        }

        public String messageKey() {
            return "law.measure." + name();
        }
    }

    /** What must be so for a threshold to be the one that counts. */
    public enum Circumstance {
        ANY,
        TWO_MARKS,
        REPEAT,
        ATTEMPT,
        /** The party is a natural person. */
        PERSON,
        /** The party is a company or another organisation. */
        ORGANISATION;

        public String messageKey() {
            return "law.circumstance." + name();
        }
    }

    /** How grave it is from there on. */
    public enum Tier {
        ORDINARY,
        SERIOUS,
        VERY_SERIOUS,
        GRAVEST;

        public String messageKey() {
            return "law.tier." + name();
        }
    }
}
