package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * An investigation stands still while something else has to be decided first (Trademark Law 2019 art. 62, from 2027 art.
 * 76).
 *
 * @param authority the court or office that decides it
 * @param fileNo the number under which it decides
 * @param approvedBy the head who approved the suspension
 */
public record Suspension(
        Ground ground, LocalDate suspendedOn, String authority, String fileNo, String approvedBy, String reason) {

    /** Why an investigation stands still. */
    public enum Ground {
        /** Who owns the mark is disputed, or whether it stands. */
        TITLE_IN_DISPUTE,
        /** The holder sued for the same infringement. */
        SUIT_PENDING,
        /** The decision depends on the outcome of another case. */
        OTHER_CASE;

        public String messageKey() {
            return "commerce.suspension-ground." + name();
        }
    }

    /** What made the reason go away, and when. */
    public record Resumption(LocalDate resumedOn, String reason) {}
}
