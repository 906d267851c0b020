package org.qingwang.cooperation;

import java.time.Instant;
import org.qingwang.agency.Jurisdiction;

/**
 * What the agency in charge of a case asked of another one (Administrative Penalty Law art. 26). What is not known yet is
 * null.
 *
 * @param assistanceNo for example {@code XZ-330000-2026-000004}
 * @param days within how many working days it is to be given
 * @param beganPart whether the agency takes part in the case because of this request alone
 * @param answer why it was refused, or what was said when it was accepted
 */
public record Assistance(
        String assistanceNo,
        String caseNo,
        Jurisdiction asking,
        Jurisdiction asked,
        String request,
        int days,
        Stage stage,
        boolean beganPart,
        Instant askedAt,
        String askedBy,
        String answer,
        Instant answeredAt,
        String answeredBy,
        String result,
        Instant endedAt,
        String endedBy) {

    /** Where a request stands. */
    public enum Stage {
        ASKED,
        ACCEPTED,
        REFUSED,
        GIVEN,
        /** Taken back, or no longer needed. */
        ENDED;

        /** Key of its name in the message files. */
        public String messageKey() {
            return "cooperation.assistance." + name();
        }
    }

    public boolean isOpen() {
        return stage == Stage.ASKED || stage == Stage.ACCEPTED;
    }
}
