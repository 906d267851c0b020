package org.qingwang.complaint;

import java.time.Instant;

/**
 * Something the complainant was told, worded in both languages as it was then.
 *
 * @param about tells two notices of one event apart: the round of screening or the case; never shown
 */
public record Notice(String receiptNo, Event event, String about, Instant toldAt, String textEn, String textZh) {

    /** What the complainant is told of. */
    public enum Event {
        RECEIVED,
        SUPPLEMENT_ASKED,
        ACCEPTED,
        JOINED,
        REFUSED,
        CASE_FILED,
        CASE_CLOSED,
        OUTCOME_CORRECTED,
        DISPUTE_ACCEPTED,
        DISPUTE_REFUSED,
        DISPUTE_WITHDRAWN,
        MEDIATION_ENDED,
        WITHDRAWN,
        WITHDRAWAL_NOTED
    }

    /** The text for a reader of this language, Chinese or else English. */
    public String text(String language) {
        return "zh".equals(language) ? textZh : textEn;
    }
}
