package org.qingwang.commerce;

import java.time.LocalDate;

/**
 * What the party did with its right to be heard.
 *
 * @param answeredOn the day it was received; of silence, the last day on which it could have been
 * @param words what it said; null if it said nothing
 */
public record PartyAnswer(Kind kind, LocalDate answeredOn, String words) {

    public PartyAnswer {
        words = kind.spoke() ? words : null;
    }

    /** The ways to answer. */
    public enum Kind {
        /** It waived in writing. */
        WAIVED,
        /** It let the time pass. */
        SILENT,
        /** It stated or defended itself. */
        STATEMENT,
        /** It asked for a hearing. */
        HEARING;

        /** Whether it has to be answered in the decision. */
        public boolean spoke() {
            return this == STATEMENT || this == HEARING;
        }

        public String messageKey() {
            return "commerce.party-answer." + name();
        }
    }
}
