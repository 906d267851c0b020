package org.qingwang.supervision;

import java.time.Instant;
import org.qingwang.agency.Jurisdiction;

/**
 * A case under supervision, once. What is not known yet is null.
 *
 * @param supervisionNo for example {@code DB-330000-2026-000012}
 * @param jurisdiction whose case it is
 * @param ownerId account of the officer who answers for the case; null after the case was given to another agency, until
 *     its head takes it up
 * @param reason why it is supervised
 * @param days time limit for the report, in days from the start
 * @param report what the owner reported last
 * @param remarks why that was sent back
 * @param result what came of it
 */
public record Supervision(
        String supervisionNo,
        String caseNo,
        Jurisdiction jurisdiction,
        String ownerId,
        String ownerName,
        String reason,
        int days,
        Stage stage,
        Instant putAt,
        String putBy,
        String report,
        Instant reportedAt,
        String reportedBy,
        String remarks,
        String result,
        Instant liftedAt,
        String liftedBy) {

    /** Where a supervision stands. */
    public enum Stage {
        /** The owner works on the case and will report. */
        REPORT,
        /** The campaign office looks at the report. */
        REVIEW,
        /** It is over. */
        LIFTED;

        /** Key of its name in the message files. */
        public String messageKey() {
            return "supervision.stage." + name();
        }
    }

    public boolean isOpen() {
        return stage != Stage.LIFTED;
    }
}
