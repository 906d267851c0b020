package org.qingwang.briefing;

import java.time.Instant;
import org.qingwang.agency.Jurisdiction;

/**
 * What one agency reports for one briefing. What is not known yet is null.
 *
 * @param returnNo for example {@code JB-2026-0007-customs-330000}
 * @param liaison account of the agency's liaison; null if it named none
 * @param nothing whether it said that there is nothing to report
 * @param words what it has to say beside its figures
 */
public record AgencyReturn(
        String returnNo,
        String briefingNo,
        Jurisdiction jurisdiction,
        String liaison,
        Stage stage,
        boolean nothing,
        String words,
        Instant sentAt,
        String sentBy) {

    /** Where a return stands. */
    public enum Stage {
        ASKED,
        SENT,
        /** The briefing went on without it. */
        LATE,
        /** The agency left the campaign. */
        TAKEN_BACK;

        public String messageKey() {
            return "briefing.return.stage." + name();
        }
    }

    static String number(String briefingNo, Jurisdiction jurisdiction) {
        return briefingNo + "-" + jurisdiction.id();
    }
}
