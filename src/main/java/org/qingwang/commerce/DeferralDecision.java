package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * The head's answer to a party that asks to pay later or in instalments (Administrative Penalty Law art. 66).
 *
 * @param until last day for the whole rest; null if refused
 * @param plan which instalment is due when; null if it is one sum, or refused
 */
public record DeferralDecision(Answer decision, LocalDate until, String plan, String reason) {

    public enum Answer {
        APPROVED,
        REFUSED;

        public String messageKey() {
            return "commerce.deferral." + name();
        }
    }

    public boolean isApproved() {
        return decision == Answer.APPROVED;
    }
}
